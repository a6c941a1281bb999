// The tree of indicators as groups in groups: each with its weight, its indicators, and how their scores become one.
import { type ReactNode, useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { plain } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { NumberField, SelectField, TextField } from './Field.tsx';
import { keysIn, numberAt, useForm, useLabelAt } from './form-context.ts';
import { FORM } from './form-words.ts';
import { LineField } from './IndicatorCard.tsx';
import { isMap } from './score-form.ts';
import { TextOnly } from './TextOnly.tsx';

const AGGREGATIONS = ['sum', 'arithmetic', 'geometric', 'harmonic', 'copeland'] as const;
const WEIGHTINGS = ['given', 'equal', 'entropy', 'critic', 'standard_deviation', 'merec', 'pca'] as const;

type Props = { readonly path: Path; readonly card: (indicator: string) => ReactNode };

export function TreeGroup({ path, card }: Props) {
  const { data } = useForm();
  const children = keysIn(data, [...path, 'children']);
  const inner = children.map((child) => {
    const at = [...path, 'children', child];
    return isMap(valueIn(data, at)) ? <TreeGroup key={child} path={at} card={card} /> : card(child);
  });
  if (path.length === 1) return inner;
  return (
    <GroupFrame path={path} weights={children.map((child) => weightAt(data, [...path, 'children', child]))}>
      {inner}
    </GroupFrame>
  );
}

const weightAt = (data: unknown, path: Path): number =>
  numberAt(data, isMap(valueIn(data, path)) ? [...path, 'weight'] : path);

type FrameProps = {
  readonly path: Path;
  readonly weights: readonly number[];
  readonly children: ReactNode;
};

function GroupFrame({ path, weights, children }: FrameProps) {
  const t = useWords(FORM);
  const [isOpen, setOpen] = useState(false);
  const label = useLabelAt()(path);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return (
    <div className="mj-group" role="group" aria-label={label}>
      <div className="mj-indicator-line mj-group-line">
        <button
          type="button"
          className="mj-link mj-indicator-name"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </button>
        <LineField label={t.weight}>
          <NumberField label={`${label} ${t.weight}`} path={[...path, 'weight']} bare />
        </LineField>
        <span className="mj-group-sum meta">{Number.isFinite(sum) && t.groupSum(plain(sum))}</span>
      </div>
      {isOpen && (
        <>
          <div className="mj-fields">
            <TextField label={t.labelZh} path={[...path, 'zh']} />
            <TextField label={t.labelEn} path={[...path, 'en']} />
          </div>
          <WeightingFields path={path} />
        </>
      )}
      <div className="mj-group-children">{children}</div>
    </div>
  );
}

/** How weights come about and scores become one: of a group, or of the scheme itself where it has no tree. */
export function WeightingFields({ path }: { readonly path: Path }) {
  const t = useWords(FORM);
  const { data } = useForm();
  const fields = [
    { key: 'aggregate', label: t.aggregate, names: AGGREGATIONS },
    { key: 'weighting', label: t.weighting, names: WEIGHTINGS },
  ] as const;
  return (
    <div className="mj-fields mj-weighting">
      {fields.map(({ key, label, names }) =>
        isMap(valueIn(data, [...path, key])) ? (
          <TextOnly key={key} label={label} path={[...path, key]} />
        ) : (
          <SelectField
            key={key}
            label={label}
            path={[...path, key]}
            usual={names[0]}
            options={names.map((value) => ({
              value,
              label: t[`${key}_${value}` as keyof typeof t] as string,
            }))}
          />
        ),
      )}
    </div>
  );
}
