// Scoring by steps: from the top, the first that holds gives the points.
import { Button, Select } from 'antd';
import type { Path } from '#core/diagnostic.ts';
import { useWords } from '#web/words/words.ts';
import { NumberField } from './Field.tsx';
import { listIn, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { ListActs } from './ListActs.tsx';
import { type Comparison, comparisonOf, COMPARISONS, stepAs } from './score-form.ts';

type Props = { readonly path: Path; readonly unit: string };

export function StepsFields({ path, unit }: Props) {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
  const steps = listIn(data, path);
  const add = (): void => {
    // The rest stays the last.
    const at = steps.findIndex((step) => comparisonOf(step) === 'otherwise');
    const fresh = { at_least: 0, points: 0 };
    const next = at < 0 ? [...steps, fresh] : [...steps.slice(0, at), fresh, ...steps.slice(at)];
    edit([{ path, value: next }]);
  };
  return (
    <div className="mj-steps-form mj-field-wide" role="group" aria-label={t.steps}>
      <span className="meta">{t.stepsHint}</span>
      <ol>
        {steps.map((step, i) => {
          const comparison = comparisonOf(step);
          const isRest = comparison === 'otherwise';
          return (
            <li key={i} className="mj-step">
              <Select
                aria-label={t.stepWhen}
                disabled={disabled}
                value={comparison}
                popupMatchSelectWidth={false}
                options={COMPARISONS.map((value) => ({ value, label: t[`step_${value}`] }))}
                onChange={(next: Comparison) => edit([{ path: [...path, i], value: stepAs(step, next) }])}
              />
              {isRest ? (
                <span />
              ) : (
                <span className="mj-with-unit">
                  <NumberField label={t.stepBound} path={[...path, i, comparison]} bare />
                  {unit !== '' && <span className="meta">{unit}</span>}
                </span>
              )}
              <span className="mj-with-unit">
                <span className="meta" aria-hidden>
                  →
                </span>
                <NumberField label={t.stepPoints} path={[...path, i, isRest ? comparison : 'points']} bare />
                <span className="meta">{t.pointsUnit}</span>
              </span>
              <ListActs
                path={path}
                at={i}
                length={steps.length}
                onRemove={() => edit([{ path: [...path, i], value: undefined }])}
              />
            </li>
          );
        })}
      </ol>
      <Button type="dashed" disabled={disabled} onClick={add}>
        {t.addStep}
      </Button>
    </div>
  );
}
