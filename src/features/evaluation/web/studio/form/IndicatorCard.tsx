// One indicator: in one line what officials change every year, below it everything else.
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { useWords } from '#web/words/words.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { ActionField } from './ActionField.tsx';
import { statisticName } from './BaselineFields.tsx';
import { FieldFaults, FieldFrame, NumberField, SelectField, TextField } from './Field.tsx';
import { listIn, textOf, useForm, useLabelAt } from './form-context.ts';
import { FORM } from './form-words.ts';
import { FormulaField } from './FormulaField.tsx';
import { baselineOf, type MethodName, methodOf } from './score-form.ts';
import { ScoreFields } from './ScoreFields.tsx';
import { TextOnly } from './TextOnly.tsx';
import { groupPaths, moveToGroup } from './weight-path.ts';

type Props = { readonly name: string; readonly weightPath: Path; readonly onRemove: () => void };

export function IndicatorCard({ name, weightPath, onRemove }: Props) {
  const t = useWords(FORM);
  const { data, disabled } = useForm();
  const [isOpen, setOpen] = useState(false);
  const path: Path = ['indicators', name];
  const label = useLabelAt()(path);
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
        <LineField label={t.weight}>
          <NumberField label={`${label} ${t.weight}`} path={weightPath} bare />
        </LineField>
        <LineField label={isRatio ? t.baseline : t.method}>
          {isRatio ? (
            <Baseline path={[...path, 'score', method]} label={label} />
          ) : (
            <Summary path={path} method={method} />
          )}
        </LineField>
        <LineField label={t.capShort}>
          {isRatio ? (
            <NumberField label={`${label} ${t.cap}`} path={[...path, 'score', 'cap']} placeholder="—" bare />
          ) : (
            <span className="meta">{textOf(valueIn(data, [...path, 'score', 'cap']) ?? '—')}</span>
          )}
        </LineField>
      </div>
      {!isOpen && <FieldFaults path={path} />}
      {isOpen && (
        <div className="mj-fields">
          <TextField label={t.labelZh} path={[...path, 'zh']} />
          <TextField label={t.labelEn} path={[...path, 'en']} />
          <TextField label={t.unit} path={[...path, 'unit']} />
          <SelectField
            label={t.better}
            path={[...path, 'better']}
            usual="higher"
            options={[
              { value: 'higher', label: t.higher },
              { value: 'lower', label: t.lower },
            ]}
          />
          <div className="mj-field-wide">
            <FormulaField label={t.formula} path={[...path, 'value']} />
          </div>
          <ScoreFields path={path} weightPath={weightPath} />
          <ActionField path={[...path, 'missing']} label={t.missing} usual={t.action_error} />
          <ActionField path={[...path, 'zero']} label={t.zeroValue} usual={t.ordinary} />
          <ActionField path={[...path, 'negative']} label={t.negative} usual={t.ordinary} />
          <GroupOf name={name} />
          <div className="mj-field-wide">
            <TextField label={t.note} path={[...path, 'note']} />
          </div>
          <TextOnly label={t.treat} path={[...path, 'treat']} />
          <FieldFaults path={[...path, 'treat']} />
          <div className="mj-field-wide">
            <Button danger disabled={disabled} onClick={onRemove}>
              {t.removeIndicator}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Where there is room for columns their heads say it. */
export function LineField({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="mj-line-field">
      <span className="mj-field-label" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

/** A number is edited in place; a statistic is named, its multiple beside it. */
function Baseline({ path, label }: { readonly path: Path; readonly label: string }) {
  const t = useWords(FORM);
  const { data } = useForm();
  const { kind, statistic, times } = baselineOf(valueIn(data, path));
  if (kind === 'number') return <NumberField label={`${label} ${t.baseline}`} path={path} bare />;
  return (
    <span className="meta">
      {statistic === undefined ? t.otherMethod : statisticName(t, statistic)}
      {times !== undefined && ` × ${textOf(times)}`}
    </span>
  );
}

function Summary({ path, method }: { readonly path: Path; readonly method: MethodName | undefined }) {
  const t = useWords(FORM);
  const { data } = useForm();
  if (method === undefined) return <span className="meta">{t.otherMethod}</span>;
  const parts = listIn(data, [...path, 'score', method]);
  const more = method === 'steps' ? String(parts.length) : parts.map((part) => textOf(part)).join('–');
  return (
    <span className="meta">
      {t[method]} {more}
    </span>
  );
}

/** In which group of the tree; the weight goes along. */
function GroupOf({ name }: { readonly name: string }) {
  const t = useWords(FORM);
  const labelAt = useLabelAt();
  const { data, edit, disabled } = useForm();
  const groups = groupPaths(data);
  if (groups.length === 0) return null;
  const keyOf = (path: Path): string => path.join('/');
  const own = groups.find((path) => valueIn(data, [...path, 'children', name]) !== undefined);
  return (
    <FieldFrame label={t.inGroup} path={['tree', 'children', name]}>
      <Select
        aria-label={t.inGroup}
        disabled={disabled}
        value={own === undefined ? null : keyOf(own)}
        popupMatchSelectWidth={false}
        options={groups.map((path) => ({
          value: keyOf(path),
          label: path.length === 1 ? t.topLevel : labelAt(path),
        }))}
        onChange={(chosen) => {
          const to = groups.find((path) => keyOf(path) === chosen);
          if (to !== undefined) edit(moveToGroup(data, name, to));
        }}
      />
    </FieldFrame>
  );
}
