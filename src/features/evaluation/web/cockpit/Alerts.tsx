// What calls for attention, each line leading to the list behind its number.
import { Link } from '@tanstack/react-router';
import { useZone } from '#web/client/place.ts';
import { count, percent } from '#web/ui/numbers.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import type { Alert, Overview } from '#features/evaluation/contract/overview.ts';
import { placeOf } from './alert-place.ts';
import { COCKPIT } from './cockpit-words.ts';

/** What one glance shows to be wrong, and what merely waits. */
const GRAVE: ReadonlySet<Alert['kind']> = new Set(['park_more_d', 'office_late', 'open_errors', 'long_in_d']);

export function Alerts({ overview }: { readonly overview: Overview }) {
  const t = useWords(COCKPIT);
  const zone = useZone();
  if (overview.alerts.length === 0) return <p className="meta">{t.noAlerts}</p>;
  return (
    <ul className="mj-alerts">
      {overview.alerts.map((alert) => {
        const { path, search } = placeOf(alert, overview);
        return (
          <li key={`${alert.kind} ${alert.ids[0] ?? ''}`}>
            <Link to={`/z/${zone}${path}`} search={search}>
              <StatusTag tone={GRAVE.has(alert.kind) ? 'bad' : 'warn'}>
                <AlertText alert={alert} />
              </StatusTag>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function AlertText({ alert: { kind, count: n, params } }: { readonly alert: Alert }) {
  const t = useWords(COCKPIT);
  const of =
    kind === 'park_more_d'
      ? t.shareMoved(percent(Number(params['share_before'])), percent(Number(params['share_after'])))
      : params['evaluation'];
  return (
    <span>
      {`${params['park'] ?? ''} ${t[kind](count(n))} `}
      <span className="meta">{of}</span>
    </span>
  );
}
