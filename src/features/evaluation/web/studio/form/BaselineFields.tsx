// What a value is measured against: a number, or a statistic of all or of last year, with its groups and its multiple.
import { Select } from 'antd';
import type { Path } from '#core/diagnostic.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { type Edit, valueIn } from '#engine/scheme/edit.ts';
import { FieldFrame, FlagField, NumberField, SelectField } from './Field.tsx';
import { useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { FormulaField } from './FormulaField.tsx';
import { baselineEdit, baselineOf, isMap, STATISTICS, statisticEdit } from './score-form.ts';
import { TextOnly } from './TextOnly.tsx';

type Props = {
  readonly label: string;
  readonly path: Path;
  /** What holds where nothing is stated; without it something must be. */
  readonly usual?: string;
  /** Where the baseline as a whole is written, if not simply at its path. */
  readonly writes?: (value: unknown) => readonly Edit[];
};

export function BaselineFields({ label, path, usual, writes }: Props) {
  const t = useWords(FORM);
  const spoken = useLabel();
  const { data, edit, disabled, kit } = useForm();
  const old = valueIn(data, path);
  const { kind, statistic } = baselineOf(old);
  const chosen = statistic ?? kind;
  const offered: readonly string[] =
    statistic === undefined || STATISTICS.some((name) => name === statistic)
      ? STATISTICS
      : [...STATISTICS, statistic];
  const choose = (next: string): void => {
    const change = baselineEdit(path, old, next);
    const isWhole = change.path.length === path.length;
    edit(isWhole && writes !== undefined ? writes(change.value) : [change]);
  };
  const parts = (key: 'times' | 'by' | 'last_year' | 'where') => ({
    path: [...path, key],
    writes: (value: unknown): Edit[] => [statisticEdit(path, old, key, value)],
  });
  return (
    <div className="mj-fields mj-field-wide" role="group" aria-label={label}>
      <FieldFrame label={label} path={path} exact>
        <Select
          aria-label={label}
          disabled={disabled}
          value={chosen}
          popupMatchSelectWidth={false}
          options={[
            ...(usual === undefined ? [] : [{ value: 'none', label: usual }]),
            { value: 'number', label: t.number },
            ...offered.map((value) => ({ value, label: statisticName(t, value) })),
            ...(kind === 'other' ? [{ value: 'other', label: t.otherMethod, disabled: true }] : []),
          ]}
          onChange={choose}
        />
      </FieldFrame>
      {kind === 'number' && <NumberField label={t.figureOf(label)} path={path} {...(writes && { writes })} />}
      {kind === 'statistic' && (
        <>
          <NumberField label={t.times} {...parts('times')} placeholder="1" />
          <SelectField
            label={t.by}
            {...parts('by')}
            multiple
            options={kit.categories.map((category) => ({ value: category.name, label: spoken(category) }))}
          />
          <FlagField label={t.lastYear} {...parts('last_year')} />
        </>
      )}
      {isMap(old) && old['where'] !== undefined && (
        <div className="mj-field-wide">
          <FormulaField label={t.where} path={[...path, 'where']} quiet />
        </div>
      )}
      {kind === 'other' && <TextOnly label={label} path={path} />}
    </div>
  );
}

/** Percentiles by their share: p90 is what a tenth of all reach. */
export function statisticName(t: StatisticWords, statistic: string): string {
  switch (statistic) {
    case 'mean':
    case 'weighted_mean':
    case 'median':
    case 'max':
    case 'min':
      return t[statistic];
    default:
      return t.percentile(statistic.slice(1));
  }
}

type StatisticWords = Readonly<Record<'mean' | 'weighted_mean' | 'median' | 'max' | 'min', string>> & {
  readonly percentile: (share: string) => string;
};
