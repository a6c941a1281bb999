// How a list was made, for anybody: in sentences first; the formulas and the whole text of the rules behind them.
import { useQuery } from '@tanstack/react-query';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { unitName } from '#core/unit-names.ts';
import { plain } from '#web/ui/numbers.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { MethodWords } from './MethodWords.tsx';
import { PUBLIC } from './public-words.ts';

export function MethodOf({ publicationId }: { readonly publicationId: string }) {
  const t = useWords(PUBLIC);
  const label = useLabel();
  const { lang } = usePreferences();
  const zone = useZone();
  const query = useQuery({
    queryKey: ['published method', zone, publicationId],
    queryFn: () => api.evaluation.getPublishedMethod({ zone, publication_id: publicationId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details className="mj-changes">
      <summary>{t.method}</summary>
      <Loaded query={query} rows={4}>
        {(method) => (
          <div className="mj-steps" tabIndex={0}>
            <p>
              <strong>{label(method.title)}</strong> <span className="meta">{method.basis ?? ''}</span>
            </p>
            <MethodWords explained={method.explained[lang]} />
            <details>
              <summary>{t.asFormulas}</summary>
              <table>
                <thead>
                  <tr>
                    <th>{t.indicator}</th>
                    <th className="num">{t.weight}</th>
                    <th>{t.formula}</th>
                    <th>{t.unit}</th>
                  </tr>
                </thead>
                <tbody>
                  {method.indicators.map((indicator) => (
                    <tr key={indicator.name}>
                      <td>{label(indicator)}</td>
                      <td className="num">{plain(indicator.weight)}</td>
                      <td>
                        <code>{indicator.formula}</code>
                      </td>
                      <td>{unitName(indicator.unit ?? '', lang)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
            <details>
              <summary>{t.wholeText}</summary>
              <pre tabIndex={0}>{method.text}</pre>
            </details>
          </div>
        )}
      </Loaded>
    </details>
  );
}
