// Appeals of an enterprise and what came of them; the lists it stands on, each with a receipt that proves its row.
import { Link } from '@tanstack/react-router';
import { download } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { day } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { StatusTag, type Tone } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import type { EnterpriseHistory } from '#features/evaluation/contract/history.ts';
import { ENTERPRISE } from './enterprise-words.ts';

type Appeal = EnterpriseHistory['appeals'][number];

const TONES: Readonly<Record<Appeal['state'], Tone>> = {
  submitted: 'busy',
  proposed: 'busy',
  accepted: 'good',
  rejected: 'warn',
  withdrawn: 'plain',
};

export function OwnAppeals({ appeals }: { readonly appeals: readonly Appeal[] }) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  return (
    <Section title={t.appeals}>
      {appeals.length === 0 ? (
        <p className="meta">{t.noAppeals}</p>
      ) : (
        <ul className="mj-lines">
          {appeals.map((appeal) => (
            <li key={appeal.appeal_id}>
              <Link to={`/z/${zone}/appeals/${appeal.appeal_id}`}>{appeal.statement}</Link>
              <StatusTag tone={TONES[appeal.state]}>{t[appeal.state]}</StatusTag>
              <span className="meta">{day(appeal.submitted_at)}</span>
              {appeal.decision_reason !== null && <span className="meta">{appeal.decision_reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Proofs({ history }: { readonly history: EnterpriseHistory }) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  const lists = history.periods.flatMap(({ publications }) => publications);
  if (lists.length === 0) return null;
  return (
    <Section title={t.documents}>
      <ul className="mj-lines">
        {lists.map((list) => (
          <li key={list.publication_id}>
            <span>{list.title}</span>
            <span className="meta">
              {t[list.kind]} {day(list.published_at)}
            </span>
            <button
              type="button"
              className="mj-link"
              onClick={() =>
                download(
                  `/zones/${zone}/publications/${list.publication_id}/receipts/${history.enterprise_id}`,
                )
              }
            >
              {t.receipt}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
