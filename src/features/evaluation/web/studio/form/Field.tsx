// A field of the form: its label, its control, and what is wrong there, in the words of the findings.
import { Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { describeFinding } from '#engine/messages.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { type Edit, valueIn } from '#engine/scheme/edit.ts';
import { findingsAt } from '../model/read-draft.ts';
import { useWords } from '#web/words/words.ts';
import { isPercentage, numberOrText, parameterAt, textOf, useForm } from './form-context.ts';
import { FORM } from './form-words.ts';
import { GrowingInput } from './GrowingInput.tsx';

type FrameProps = {
  readonly label: string;
  readonly path: Path;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  /** Only findings of exactly this place: the parts below show their own. */
  readonly exact?: boolean;
  /** The whole width: for what has long names to choose from. */
  readonly wide?: boolean;
};

export function FieldFrame({ label, path, children, hint, exact = false, wide = false }: FrameProps) {
  return (
    <label className={wide ? 'mj-field mj-field-wide' : 'mj-field'}>
      <span className="mj-field-label">{label}</span>
      {children}
      {hint !== undefined && <span className="meta">{hint}</span>}
      <FieldFaults path={path} exact={exact} />
    </label>
  );
}

export function FieldFaults({ path, exact = false }: { readonly path: Path; readonly exact?: boolean }) {
  const { findings } = useForm();
  const { lang } = usePreferences();
  const found = findingsAt(findings, path).filter((finding) => !exact || finding.path.length === path.length);
  return (
    <>
      {found.map((finding) => (
        <span
          key={`${finding.code} ${finding.path.join('.')}`}
          className="mj-field-fault"
          data-severity={finding.severity}
          role="alert"
        >
          {describeFinding(finding, lang).message}
        </span>
      ))}
    </>
  );
}

/** What a field writes; where it says nothing, its value at its path. */
export type Writes = (value: unknown) => readonly Edit[];

type FieldProps = {
  readonly label: string;
  readonly path: Path;
  readonly bare?: boolean;
  readonly placeholder?: string;
  readonly writes?: Writes;
};

/** Before a number that stands in a parameter. */
const PARAMETER = 'ƒ';

/** Written when the field is left or Enter is pressed, so that every change is one step in the text. */
export function TextField({ number = false, ...props }: FieldProps & { readonly number?: boolean }) {
  const t = useWords(FORM);
  const { data, edit, disabled } = useForm();
  const { label, path: stated, bare = false, placeholder, writes } = props;
  // Where a parameter's name stands, its number is shown, and changed where the parameter is stated.
  const parameter = number ? parameterAt(data, stated) : undefined;
  const path: Path = parameter === undefined ? stated : ['parameters', parameter, 'value'];
  const hint = parameter === undefined ? undefined : t.fromParameter(parameter);
  const value = textOf(valueIn(data, path));
  const write = (text: string): void => {
    const next = number ? numberOrText(text) : text.trim() === '' ? undefined : text;
    edit(parameter === undefined && writes !== undefined ? writes(next) : [{ path, value: next }]);
  };
  const isFormula = number && typeof numberOrText(value) === 'string' && !isPercentage(value);
  const input = (
    <span className="mj-field-room" data-parameter={parameter !== undefined}>
      {parameter !== undefined && <span className="mj-field-parameter">{PARAMETER}</span>}
      <GrowingInput
        label={label}
        value={value}
        disabled={disabled}
        title={hint}
        placeholder={placeholder}
        className={isFormula ? 'mj-field-code' : number ? 'mj-field-number' : ''}
        onWrite={write}
      />
    </span>
  );
  if (bare) return input;
  return (
    <FieldFrame label={label} path={stated}>
      {input}
    </FieldFrame>
  );
}

export const NumberField = (props: FieldProps) => <TextField {...props} number />;

type SelectProps = FieldProps & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What stands there when nothing is written. */
  readonly usual?: string;
  readonly multiple?: boolean;
};

export function SelectField(props: SelectProps) {
  const { label, path, options, usual, multiple = false, bare = false } = props;
  const { data, edit, disabled } = useForm();
  const { writes = (value) => [{ path, value }] } = props;
  const stated = valueIn(data, path);
  const write = (value: string | string[] | undefined): void => {
    if (Array.isArray(value)) {
      const only = value.length === 1 ? value[0] : value;
      edit(writes(value.length === 0 ? undefined : only));
    } else edit(writes(value === undefined || value === usual ? undefined : value));
  };
  const value = multiple
    ? (Array.isArray(stated) ? stated : [stated]).filter((one) => typeof one === 'string')
    : stated === undefined
      ? (usual ?? null)
      : textOf(stated);
  const select = (
    <Select
      aria-label={label}
      disabled={disabled}
      value={value}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      options={[...options]}
      popupMatchSelectWidth={false}
      onChange={(next: string | string[] | undefined) => write(next)}
    />
  );
  if (bare) return select;
  return (
    <FieldFrame label={label} path={path}>
      {select}
    </FieldFrame>
  );
}

/** `usual`: what holds when nothing is written, and so is not written. */
export function FlagField({ label, path, usual = false, writes }: FieldProps & { readonly usual?: boolean }) {
  const { data, edit, disabled } = useForm();
  const write: Writes = writes ?? ((value) => [{ path, value }]);
  return (
    <FieldFrame label={label} path={path}>
      <span>
        <Switch
          aria-label={label}
          disabled={disabled}
          checked={(valueIn(data, path) ?? usual) === true}
          onChange={(on) => edit(write(on === usual ? undefined : on))}
        />
      </span>
    </FieldFrame>
  );
}
