// The figures an appeal claims, beside what the enterprise declared, the office verified and the evaluation used.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { unitName } from '#core/unit-names.ts';
import { useWords } from '#web/words/words.ts';
import { APPEALS } from './appeal-words.ts';
import type { AppealLine } from './appeals-query.ts';
import { useShowFigure } from '../shared/show-figure.ts';
import { useFrozenFigures } from './frozen-figures.ts';

/** What the evaluation used comes from the run appealed against: the figures themselves may have been corrected since. */
export function ClaimedFigures({ appeal }: { readonly appeal: AppealLine }) {
  const t = useWords(APPEALS);
  const { lang } = usePreferences();
  const zone = useZone();
  const show = useShowFigure();
  const { period_id } = appeal.evaluation;
  const frozen = useFrozenFigures(appeal.run_id, appeal.enterprise_id);
  const sheet = useQuery({
    queryKey: ['figures', zone, period_id, appeal.enterprise_id],
    queryFn: () => api.collection.getFigures({ zone, period_id, enterprise_id: appeal.enterprise_id }),
  });
  return (
    <Loaded query={sheet} rows={3}>
      {({ lines }) => (
        <Loaded query={frozen} rows={3}>
          {(figures) => (
            <div className="mj-steps" tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th>{t.item}</th>
                    <th className="num">{t.declared}</th>
                    <th className="num">{t.verified}</th>
                    <th className="num">{t.frozen}</th>
                    <th className="num">{t.claimed}</th>
                  </tr>
                </thead>
                <tbody>
                  {appeal.corrections.map(({ item_id, value }) => {
                    const line = lines.find((one) => one.item_id === item_id);
                    const unit = line?.unit ?? null;
                    return (
                      <tr key={item_id}>
                        <td>
                          {line?.name ?? item_id}{' '}
                          {unit !== null && <span className="meta">{unitName(unit, lang)}</span>}
                        </td>
                        <td className="num">{show(line?.declared)}</td>
                        <td className="num">{show(line?.verified)}</td>
                        <td className="num">{show(figures.find((one) => one.item_id === item_id)?.value)}</td>
                        <td className="num">
                          <strong>{show(value)}</strong>
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
