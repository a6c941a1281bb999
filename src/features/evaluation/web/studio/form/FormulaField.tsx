// A formula at its place in the scheme.
import type { Path } from '#core/diagnostic.ts';
import { valueIn } from '#engine/scheme/edit.ts';
import { FieldFaults } from './Field.tsx';
import { textOf, useForm } from './form-context.ts';
import { FormulaInput } from './FormulaInput.tsx';

type Props = { readonly label: string; readonly path: Path; readonly quiet?: boolean };

export function FormulaField({ label, path, quiet = false }: Props) {
  const { data, edit } = useForm();
  return (
    <div className="mj-field">
      <span className="mj-field-label" aria-hidden>
        {label}
      </span>
      <FormulaInput
        label={label}
        value={textOf(valueIn(data, path))}
        quiet={quiet}
        onWrite={(text) => edit([{ path, value: text === '' ? undefined : text }])}
      />
      <FieldFaults path={path} />
    </div>
  );
}
