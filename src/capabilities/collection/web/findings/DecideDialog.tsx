// Asks for the reason of a decision about one finding or many, and sends it as one request: all of them or none.
import { useMutation } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { count } from '#web/ui/numbers.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { type Decision, DECISION_WORDS } from './decisions.ts';
import type { FindingLine } from './finding-list.ts';

export type Deciding = { readonly what: Decision; readonly lines: readonly FindingLine[] };

type Props = {
  readonly deciding: Deciding | undefined;
  readonly periodId: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

export function DecideDialog({ deciding, periodId, onClose, onDone }: Props) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const { what = 'accepted', lines = [] } = deciding ?? {};
  const decide = useMutation({
    mutationFn: (reason: string) =>
      api.collection.decideFindings({
        zone,
        period_id: periodId,
        state: what,
        reason,
        findings: lines.map(({ row, item_id, code, version }) => ({
          enterprise_id: row.enterprise_id,
          item_id,
          code,
          version,
        })),
      }),
    onSuccess: onDone,
  });
  const word = t[DECISION_WORDS[what]];
  const [only] = lines;
  const suggestions = {
    accepted: [t.reasonSame],
    explained: [t.reasonOnce],
    open: [t.reasonReopen],
  };
  return (
    <ReasonDialog
      open={deciding !== undefined}
      title={word}
      confirm={word}
      suggestions={suggestions[what]}
      onClose={onClose}
      onConfirm={(reason) => decide.mutateAsync(reason)}
    >
      {only !== undefined && (
        <p>{lines.length === 1 ? `${only.row.name} · ${only.itemName}` : t.ofMany(count(lines.length))}</p>
      )}
    </ReasonDialog>
  );
}
