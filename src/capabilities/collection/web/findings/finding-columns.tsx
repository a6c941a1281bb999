// The columns of the list of findings: what is wrong, and of settled ones who decided what, when and why.
import type { Lang } from '#web/client/preferences.ts';
import { moment } from '#web/ui/numbers.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Column } from '#web/ui/table/column.ts';
import type { COLLECTION } from '../shared/collection-words.ts';
import { problemText } from '../shared/problem-text.ts';
import type { useWords } from '#web/words/words.ts';
import type { FindingLine, Shown } from './finding-list.ts';

type Words = ReturnType<typeof useWords<typeof COLLECTION>>;
type Reader = { readonly t: Words; readonly lang: Lang; readonly personOf: (id: string) => string };

export function findingColumns(shown: Shown, { t, lang, personOf }: Reader): Column<FindingLine>[] {
  const enterprise = { id: 'enterprise', title: t.enterprise, width: 210, value: nameOf };
  const item = { id: 'item', title: t.item, width: 150, phone: true, value: itemOf };
  const rule = {
    id: 'rule',
    title: t.rule,
    width: 320,
    phone: true,
    value: ({ code, params }: FindingLine) => problemText(code, params, lang),
  };
  if (shown === 'open')
    return [
      enterprise,
      item,
      {
        id: 'severity',
        title: t.severity,
        width: 80,
        phone: true,
        value: ({ severity }) => t[severity],
        render: ({ severity }) => (
          <StatusTag tone={severity === 'error' ? 'bad' : 'warn'}>{t[severity]}</StatusTag>
        ),
      },
      rule,
    ];
  return [
    enterprise,
    item,
    {
      id: 'decision',
      title: t.decision,
      width: 100,
      phone: true,
      value: ({ state }) => (state === 'accepted' ? t.right : t.explained),
    },
    {
      id: 'decidedBy',
      title: t.decidedBy,
      width: 110,
      phone: true,
      value: ({ decided_by: by }) => (by === null ? null : personOf(by)),
    },
    {
      id: 'decidedAt',
      title: t.decidedAt,
      width: 150,
      phone: true,
      value: ({ decided_at: at }) => moment(at),
    },
    { id: 'reason', title: t.reason, width: 260, phone: true, value: ({ reason }) => reason },
    rule,
  ];
}

const nameOf = ({ row }: FindingLine): string => row.name;
const itemOf = ({ itemName }: FindingLine): string => itemName;
