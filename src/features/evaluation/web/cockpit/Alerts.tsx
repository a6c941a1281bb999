// What calls for attention, each line leading to where it is dealt with.
import { Link } from '@tanstack/react-router';
import { useZone } from '#web/client/place.ts';
import { count } from '#web/ui/numbers.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import type { Alert } from '#features/evaluation/contract/overview.ts';
import { COCKPIT } from './cockpit-words.ts';

const PLACES: Readonly<Record<Alert['kind'], string>> = {
  park_more_d: '/results?class=D',
  long_in_d: '/results?class=D',
  office_late: '/collection',
  appeals_waiting: '/appeals',
  open_errors: '/findings',
  disputes_waiting: '/confirmations',
};

/** What one glance shows to be wrong, and what merely waits. */
const GRAVE: ReadonlySet<Alert['kind']> = new Set(['office_late', 'open_errors', 'long_in_d']);

export function Alerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const t = useWords(COCKPIT);
  const zone = useZone();
  if (alerts.length === 0) return <p className="meta">{t.noAlerts}</p>;
  return (
    <ul className="mj-alerts">
      {alerts.map(({ kind, count: n }) => (
        <li key={kind}>
          <Link to={`/z/${zone}${PLACES[kind]}`}>
            <StatusTag tone={GRAVE.has(kind) ? 'bad' : 'warn'}>{t[kind](count(n))}</StatusTag>
          </Link>
        </li>
      ))}
    </ul>
  );
}
