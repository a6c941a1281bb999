// Where one figure comes from: its three layers, and every change with the file, the row and the column it was read from.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type Answer } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { unitName } from '#core/unit-names.ts';
import { moment, plain } from '#web/ui/numbers.ts';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { WHY } from './why-words.ts';

type Props = {
  readonly periodId: string;
  readonly enterpriseId: string;
  readonly input: string;
  /** As the run read it. */
  readonly frozen: number | null;
};

type Sheet = Answer<typeof api.collection.getFigures>;
type Change = Answer<typeof api.collection.listFigureChanges>['items'][number];
type Value = Change['to'];

export function FigureSource({ periodId, enterpriseId, input, frozen }: Props) {
  const t = useWords(WHY);
  const zone = useZone();
  const where = { zone, period_id: periodId, enterprise_id: enterpriseId };
  const sheet = useQuery({
    queryKey: ['figures', where],
    queryFn: () => api.collection.getFigures(where),
  });
  return (
    <div className="mj-why-source">
      <Loaded query={sheet} rows={2}>
        {({ lines }) => {
          const line = lines.find(({ item_id }) => item_id === input);
          if (line !== undefined) return <Trail {...{ where, line, frozen }} />;
          return (
            <p>
              {t.fromRegistry} <Link to={`/z/${zone}/enterprises/${enterpriseId}`}>{t.toEnterprise}</Link>
            </p>
          );
        }}
      </Loaded>
    </div>
  );
}

type TrailProps = {
  readonly where: { readonly zone: string; readonly period_id: string; readonly enterprise_id: string };
  readonly line: Sheet['lines'][number];
  readonly frozen: number | null;
};

function Trail({ where, line, frozen }: TrailProps) {
  const t = useWords(WHY);
  const ui = useWords(UI);
  const { lang } = usePreferences();
  const changes = useQuery({
    queryKey: ['figure changes', where, line.item_id],
    queryFn: () => api.collection.listFigureChanges({ ...where, item_id: line.item_id }),
  });
  const show = (value: Value): string => {
    if (value === null) return '—';
    if (typeof value === 'boolean') return value ? ui.yes : ui.no;
    return typeof value === 'number' ? plain(value) : value;
  };
  const { effective } = line;
  const differs = typeof effective === 'number' && frozen !== null && Math.abs(effective - frozen) > 1e-9;
  return (
    <>
      <dl className="mj-why-layers">
        {(['declared', 'verified', 'adopted'] as const).map((layer) => (
          <div key={layer} data-counts={line.effective_layer === layer}>
            <dt>{t[layer]}</dt>
            <dd>
              {show(line[layer])} <span className="meta">{unitName(line.unit ?? '', lang)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {differs && <p className="mj-why-differs">{t.changedSince(show(effective))}</p>}
      <Loaded query={changes} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{t.noChanges}</p>
          ) : (
            <ol className="mj-why-changes" aria-label={t.changes}>
              {items.map((change) => (
                <ChangeLine
                  key={`${change.enterprise_id} ${change.version}`}
                  change={change}
                  from={show(change.from)}
                  to={show(change.to)}
                  merged={change.enterprise_id !== where.enterprise_id}
                />
              ))}
            </ol>
          )
        }
      </Loaded>
    </>
  );
}

type LineProps = {
  readonly change: Change;
  readonly from: string;
  readonly to: string;
  readonly merged: boolean;
};

function ChangeLine({ change, from, to, merged }: LineProps) {
  const t = useWords(WHY);
  const nameOf = usePeople();
  const { layer, changed_by, changed_at, reason, file_name, row_number, column } = change;
  const place =
    file_name === null
      ? t.byHand
      : t.cell(file_name, row_number === null ? '—' : String(row_number), column ?? '');
  return (
    <li>
      <span className="num">{moment(changed_at)}</span>
      <span>
        {t[layer]} {change.from === null ? '' : `${from} → `}
        <strong>{to}</strong>
      </span>
      <span>{place}</span>
      <span>{nameOf(changed_by)}</span>
      {reason !== null && reason !== '' && <span className="meta">{reason}</span>}
      {merged && <span className="meta">{t.mergedFrom}</span>}
    </li>
  );
}
