// How an indicator is scored: the method, and below it the numbers that this method has.
import { Select } from 'antd';
import type { Path } from '#core/diagnostic.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { BaselineFields } from './BaselineFields.tsx';
import { FieldFrame, FlagField, NumberField, SelectField, TextField } from './Field.tsx';
import { textOf, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { freshScore, hasGroups, type MethodName, methodOf, METHODS, scoreEdit } from './score-form.ts';
import { StepsFields } from './StepsFields.tsx';
import { TextOnly } from './TextOnly.tsx';

/** `path` of the indicator. */
type Props = { readonly path: Path; readonly weightPath: Path };

export function ScoreFields({ path, weightPath }: Props) {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
  const at: Path = [...path, 'score'];
  const method = methodOf(valueIn(data, at));
  return (
    <>
      <FieldFrame label={t.method} path={at} exact wide>
        <Select
          aria-label={t.method}
          disabled={disabled}
          value={method ?? 'other'}
          popupMatchSelectWidth={false}
          options={[
            ...METHODS.map((value) => ({ value, label: t[value] })),
            ...(method === undefined ? [{ value: 'other', label: t.otherMethod }] : []),
          ]}
          onChange={(chosen: MethodName | 'other') => {
            if (chosen === 'other') return;
            edit([{ path: at, value: freshScore(chosen, valueIn(data, at), valueIn(data, weightPath)) }]);
          }}
        />
      </FieldFrame>
      {method === undefined ? (
        <TextOnly label={t.method} path={at} />
      ) : (
        <>
          <MethodParts at={at} method={method} unit={textOf(valueIn(data, [...path, 'unit']))} />
          {hasGroups(method) && <Groups at={at} />}
          {method !== 'steps' && <Limits at={at} method={method} />}
        </>
      )}
    </>
  );
}

type PartsProps = { readonly at: Path; readonly method: MethodName };

function MethodParts({ at, method, unit }: PartsProps & { readonly unit: string }) {
  const t = useWords(FORM);
  const part = usePart(at);
  switch (method) {
    case 'ratio':
    case 'reverse_ratio':
      return <BaselineFields label={t.baseline} path={[...at, method]} />;
    case 'steps':
      return <StepsFields path={[...at, 'steps']} unit={unit} />;
    case 'minmax':
      return (
        <>
          <NumberField label={t.lowestScore} {...part('minmax', 0)} placeholder="0" />
          <NumberField label={t.highestScore} {...part('minmax', 1)} placeholder="100" />
          <BaselineFields label={t.lowEnd} {...part('low')} usual={t.ofLowest} />
          <BaselineFields label={t.highEnd} {...part('high')} usual={t.ofHighest} />
        </>
      );
    case 'efficacy':
      return (
        <>
          <BaselineFields label={t.lowEnd} {...part('efficacy', 'low')} usual={t.ofLowest} />
          <BaselineFields label={t.highEnd} {...part('efficacy', 'high')} usual={t.ofHighest} />
        </>
      );
    case 'goalposts':
      return (
        <>
          <NumberField label={t.lowPost} {...part('goalposts', 0)} />
          <NumberField label={t.highPost} {...part('goalposts', 1)} />
          <Range at={at} />
          <FlagField label={t.truncate} {...part('truncate')} usual />
        </>
      );
    case 'scaled':
      return (
        <>
          <NumberField label={t.lowPost} {...part('scaled', 0)} />
          <NumberField label={t.highPost} {...part('scaled', 1)} />
          <NumberField label={t.scaledTimes} {...part('times')} placeholder="100" />
        </>
      );
    case 'zscore':
      return (
        <>
          <NumberField label={t.zMean} {...part('zscore', 0)} placeholder="0" />
          <NumberField label={t.zDeviation} {...part('zscore', 1)} placeholder="1" />
        </>
      );
    case 'distance_to_target':
      return <NumberField label={t.target} {...part('distance_to_target')} />;
    case 'distance_to_reference':
      return <TextField label={t.reference} {...part('distance_to_reference')} />;
    default:
      return null;
  }
}

/** Where goalposts lead to: from 0 to 1 unless stated, and stated as a pair. */
function Range({ at }: { readonly at: Path }) {
  const t = useWords(FORM);
  const { data } = useForm();
  const path: Path = [...at, 'to'];
  const stated = valueIn(data, path);
  const pair: readonly unknown[] = Array.isArray(stated) ? stated : [0, 1];
  const writes = (index: number) => (value: unknown) => [
    { path, value: value === undefined ? undefined : pair.map((one, i) => (i === index ? value : one)) },
  ];
  return (
    <>
      <NumberField label={t.lowestScore} path={[...path, 0]} placeholder="0" writes={writes(0)} />
      <NumberField label={t.highestScore} path={[...path, 1]} placeholder="1" writes={writes(1)} />
    </>
  );
}

function Groups({ at }: { readonly at: Path }) {
  const t = useWords(FORM);
  const label = useLabel();
  const { kit } = useForm();
  const part = usePart(at);
  return (
    <SelectField
      label={t.by}
      {...part('by')}
      multiple
      options={kit.categories.map((category) => ({ value: category.name, label: label(category) }))}
    />
  );
}

function Limits({ at, method }: PartsProps) {
  const t = useWords(FORM);
  const part = usePart(at);
  const isRatio = method === 'ratio' || method === 'reverse_ratio';
  return (
    <>
      <NumberField label={isRatio ? t.cap : t.capShort} {...part('cap')} placeholder="—" />
      <NumberField label={isRatio ? t.floor : t.floorShort} {...part('floor')} placeholder="—" />
      <NumberField label={t.outOf} {...part('out_of')} placeholder="—" />
    </>
  );
}

/** A part of the method, and how it is written where the method is a single word yet. */
function usePart(
  at: Path,
): (...part: Path) => { path: Path; writes: (value: unknown) => ReturnType<typeof scoreEdit> } {
  const { data } = useForm();
  return (...part) => ({
    path: [...at, ...part],
    writes: (value) => scoreEdit(at, valueIn(data, at), part, value),
  });
}
