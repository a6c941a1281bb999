// One indicator: in one line what officials change every year, below it everything else.
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { FieldFaults, FieldFrame, FlagField, NumberField, SelectField, TextField } from './Field.tsx';
import { textOf, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { FormulaField } from './FormulaField.tsx';
import {
  ACTIONS,
  type ActionName,
  actionOf,
  baselineEdit,
  baselineOf,
  freshScore,
  type MethodName,
  methodOf,
  METHODS,
  STATISTICS,
  statisticEdit,
  type StatisticName,
} from './score-form.ts';

type Props = { readonly name: string; readonly weightPath: Path; readonly onRemove: () => void };

export function IndicatorCard({ name, weightPath, onRemove }: Props) {
  const t = useWords(FORM);
  const spoken = useLabel();
  const { data, disabled } = useForm();
  const [isOpen, setOpen] = useState(false);
  const path: Path = ['indicators', name];
  const zh = textOf(valueIn(data, [...path, 'zh']) ?? name);
  const en = textOf(valueIn(data, [...path, 'en']) ?? zh);
  const label = spoken({ zh, en });
  const method = methodOf(valueIn(data, [...path, 'score']));
  const isRatio = method === 'ratio' || method === 'reverse_ratio';
  return (
    <div className="mj-indicator" data-open={isOpen}>
      <div className="mj-indicator-line">
        <button
          type="button"
          className="mj-link mj-indicator-name"
          aria-expanded={isOpen}
          title={isOpen ? t.less : t.more}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </button>
        <NumberField label={`${label} ${t.weight}`} path={weightPath} bare />
        {isRatio ? (
          <Baseline path={[...path, 'score', method]} label={label} />
        ) : (
          <span className="meta">{method === undefined ? t.otherMethod : t[method]}</span>
        )}
        {isRatio ? (
          <NumberField label={`${label} ${t.cap}`} path={[...path, 'score', 'cap']} placeholder="—" bare />
        ) : (
          <span />
        )}
      </div>
      {!isOpen && <FieldFaults path={path} />}
      {isOpen && (
        <div className="mj-fields">
          <TextField label={t.labelZh} path={[...path, 'zh']} />
          <TextField label={t.labelEn} path={[...path, 'en']} />
          <TextField label={t.unit} path={[...path, 'unit']} />
          <div className="mj-field-wide">
            <FormulaField label={t.formula} path={[...path, 'value']} />
          </div>
          <Method path={path} method={method} weightPath={weightPath} />
          {isRatio && <BaselineParts path={[...path, 'score', method]} />}
          {isRatio && <NumberField label={t.floor} path={[...path, 'score', 'floor']} />}
          <SelectField
            label={t.better}
            path={[...path, 'better']}
            usual="higher"
            options={[
              { value: 'higher', label: t.higher },
              { value: 'lower', label: t.lower },
            ]}
          />
          <Action path={[...path, 'missing']} label={t.missing} usual={t.error} />
          <Action path={[...path, 'zero']} label={t.zeroValue} usual={t.ordinary} />
          <Action path={[...path, 'negative']} label={t.negative} usual={t.ordinary} />
          <TextField label={t.note} path={[...path, 'note']} />
          <FieldFaults path={[...path, 'treat']} />
          <div className="mj-field-wide">
            <Button size="small" danger disabled={disabled} onClick={onRemove}>
              {t.removeIndicator}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** A number is edited in place; a statistic is named, its multiple beside it. */
function Baseline({ path, label }: { readonly path: Path; readonly label: string }) {
  const t = useWords(FORM);
  const { data } = useForm();
  const { kind, times } = baselineOf(valueIn(data, path));
  if (kind === 'number') return <NumberField label={`${label} ${t.baseline}`} path={path} bare />;
  const word = kind === 'other' ? t.otherMethod : t[kind];
  return (
    <span className="meta">
      {word}
      {times !== undefined && ` × ${textOf(times)}`}
    </span>
  );
}

function Method({
  path,
  method,
  weightPath,
}: {
  readonly path: Path;
  readonly method: MethodName | undefined;
  readonly weightPath: Path;
}) {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
  const at: Path = [...path, 'score'];
  return (
    <FieldFrame label={t.method} path={at}>
      <Select
        size="small"
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
  );
}

function BaselineParts({ path }: { readonly path: Path }) {
  const t = useWords(FORM);
  const label = useLabel();
  const { data, edit, disabled, kit } = useForm();
  const old = valueIn(data, path);
  const { kind, times } = baselineOf(old);
  const by = valueIn(old, ['by']);
  return (
    <>
      <FieldFrame label={t.baselineKind} path={path} exact>
        <Select
          size="small"
          aria-label={t.baselineKind}
          disabled={disabled}
          value={kind}
          popupMatchSelectWidth={false}
          options={[
            { value: 'number', label: t.number },
            ...STATISTICS.map((value) => ({ value, label: t[value] })),
            ...(kind === 'other' ? [{ value: 'other', label: t.otherMethod }] : []),
          ]}
          onChange={(chosen: 'number' | StatisticName | 'other') => {
            if (chosen !== 'other') edit([baselineEdit(path, old, chosen)]);
          }}
        />
      </FieldFrame>
      {kind === 'number' ? (
        <NumberField label={t.baseline} path={path} />
      ) : (
        <>
          <FieldFrame label={t.times} path={[...path, 'times']}>
            <Input
              key={textOf(times)}
              size="small"
              aria-label={t.times}
              disabled={disabled}
              className="mj-field-number"
              defaultValue={textOf(times)}
              placeholder="1"
              onBlur={({ target }) => {
                if (target.value.trim() === textOf(times)) return;
                const value = target.value.trim() === '' ? undefined : Number(target.value);
                if (value === undefined || Number.isFinite(value))
                  edit([statisticEdit(path, old, 'times', value)]);
              }}
            />
          </FieldFrame>
          {typeof old === 'object' && <FlagField label={t.lastYear} path={[...path, 'last_year']} />}
          <FieldFrame label={t.by} path={[...path, 'by']}>
            <Select
              size="small"
              mode="multiple"
              aria-label={t.by}
              disabled={disabled}
              value={(Array.isArray(by) ? by : [by]).filter((one): one is string => typeof one === 'string')}
              popupMatchSelectWidth={false}
              options={kit.categories.map((category) => ({ value: category.name, label: label(category) }))}
              onChange={(chosen: string[]) =>
                edit([
                  statisticEdit(
                    path,
                    old,
                    'by',
                    chosen.length === 0 ? undefined : chosen.length === 1 ? chosen[0] : chosen,
                  ),
                ])
              }
            />
          </FieldFrame>
        </>
      )}
    </>
  );
}

function Action({
  path,
  label,
  usual,
}: {
  readonly path: Path;
  readonly label: string;
  readonly usual: string;
}) {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
  const chosen = actionOf(valueIn(data, path));
  const names: Readonly<Record<(typeof ACTIONS)[number], string>> = {
    error: t.error,
    zero: t.zero,
    full: t.full,
    mean_score: t.mean_score,
    mean: t.meanValue,
    median: t.medianValue,
    leave_out: t.leave_out,
  };
  return (
    <FieldFrame label={label} path={path}>
      <Select
        size="small"
        aria-label={label}
        disabled={disabled}
        value={chosen}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: usual },
          ...ACTIONS.map((value) => ({ value, label: names[value] })),
          { value: 'points', label: t.pointsAction },
          ...(chosen === 'other' ? [{ value: 'other', label: t.otherAction }] : []),
        ]}
        onChange={(next: ActionName) => {
          if (next === 'other') return;
          edit([{ path, value: next === '' ? undefined : next === 'points' ? { points: 0 } : next }]);
        }}
      />
      {chosen === 'points' && (
        <NumberField label={`${label} ${t.pointsOf}`} path={[...path, 'points']} bare />
      )}
    </FieldFrame>
  );
}
