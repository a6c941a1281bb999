// Brings a dataset under a plan: every input present, of its kind, in its unit and range. Findings name the row and column.
import type { Diagnostic, Params, Place } from '#core/diagnostic.ts';
import { conversionRatio, parseUnit } from '#core/units.ts';
import type { InputPlan, Plan } from '../scheme/plan.ts';
import { categoryColumn, type Column, textAt, textToCategory } from '../table/column.ts';
import { findDuplicateIds } from '../table/duplicates.ts';
import { type Dataset, placeOf, rowNumberOf } from './dataset.ts';

export type Bound = {
  readonly columns: ReadonlyMap<string, Column>;
  readonly diagnostics: readonly Diagnostic[];
};

/** Of one kind of finding in one column, this many are listed; the rest are counted. */
const LISTED = 100;

export function bindDataset(plan: Plan, dataset: Dataset): Bound {
  const diagnostics: Diagnostic[] = [];
  const columns = new Map<string, Column>();
  if (dataset.table.rows === 0) diagnostics.push(finding('data_empty', {}, placeOf(dataset)));
  checkIds(dataset, diagnostics);
  for (const input of plan.inputs) {
    const column = dataset.table.columns.get(input.name);
    if (column === undefined) {
      if (!input.spec.optional) diagnostics.push(finding('input_missing', describe(input), placeOf(dataset)));
      columns.set(input.name, absentColumn(input, dataset.table.rows));
      continue;
    }
    columns.set(input.name, bindColumn(input, column, dataset, diagnostics));
  }
  return { columns, diagnostics };
}

function checkIds(dataset: Dataset, diagnostics: Diagnostic[]): void {
  const duplicates = findDuplicateIds(dataset.ids);
  const { offsets } = dataset.ids;
  const empty: number[] = [];
  for (let row = 0; row < dataset.table.rows; row++) if (offsets[row] === offsets[row + 1]) empty.push(row);
  listed(empty, 'id', diagnostics, (row) => finding('id_absent', {}, placeOf(dataset, row, 'id')));
  const repeated = duplicates.filter(({ row }) => offsets[row] !== offsets[row + 1]);
  listed(repeated, 'id', diagnostics, ({ row, firstRow }) => {
    const first = rowNumberOf(dataset, firstRow);
    return finding('duplicate_id', { id: textAt(dataset.ids, row), first }, placeOf(dataset, row, 'id'));
  });
}

function bindColumn(input: InputPlan, column: Column, dataset: Dataset, diagnostics: Diagnostic[]): Column {
  const label = input.zh ?? input.name;
  if (input.kind === 'category' || input.kind === 'text') {
    if (column.kind === 'number') {
      diagnostics.push(finding('column_not_text', describe(input), placeOf(dataset, undefined, label)));
      return absentColumn(input, dataset.table.rows);
    }
    const bound = input.kind === 'category' && column.kind === 'text' ? textToCategory(column) : column;
    checkTexts(input, bound, dataset, diagnostics);
    return bound;
  }
  if (column.kind !== 'number') {
    diagnostics.push(finding('column_not_numeric', describe(input), placeOf(dataset, undefined, label)));
    return absentColumn(input, dataset.table.rows);
  }
  const values = convert(input, column.values, dataset, diagnostics);
  checkNumbers(input, values, dataset, diagnostics);
  return { kind: 'number', values };
}

function convert(
  input: InputPlan,
  values: Float64Array,
  dataset: Dataset,
  diagnostics: Diagnostic[],
): Float64Array {
  const found = dataset.units?.get(input.name);
  if (found === undefined || input.unit === undefined || found === input.unit) return values;
  const from = parseUnit(found);
  const to = parseUnit(input.unit);
  const params = { ...describe(input), found, stated: input.unit };
  const place = placeOf(dataset, undefined, input.zh ?? input.name);
  if (from === undefined) {
    // Brackets hold other things too, as in 综合能耗（等价值）.
    diagnostics.push(finding('data_unit_unknown', params, place, 'warning'));
    return values;
  }
  const ratio = to && conversionRatio(from, to);
  if (ratio === undefined) {
    diagnostics.push(finding('data_unit_mismatch', params, place));
    return values;
  }
  if (ratio.num === ratio.den) return values;
  diagnostics.push(
    finding('data_unit_converted', { ...params, factor: ratio.num / ratio.den }, place, 'info'),
  );
  return values.map((v) => (v * ratio.num) / ratio.den);
}

function checkNumbers(
  input: InputPlan,
  values: Float64Array,
  dataset: Dataset,
  diagnostics: Diagnostic[],
): void {
  const { min = -Infinity, max = Infinity, exclusive = false, optional = false } = input.spec;
  const label = input.zh ?? input.name;
  const bad: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const v = values[row] as number;
    const inside = exclusive ? v > min && v < max : v >= min && v <= max;
    if (!inside && !(optional && v !== v)) bad.push(row);
  }
  listed(bad, label, diagnostics, (row) => {
    const value = values[row] as number;
    const place = placeOf(dataset, row, label);
    const id = textAt(dataset.ids, row);
    if (Number.isNaN(value)) return finding('value_absent', { ...describe(input), id }, place);
    const range = describeRange(min, max, exclusive);
    return finding('value_out_of_range', { ...describe(input), id, value, range }, place);
  });
}

function checkTexts(input: InputPlan, column: Column, dataset: Dataset, diagnostics: Diagnostic[]): void {
  const label = input.zh ?? input.name;
  const { optional = false, values } = input.spec;
  if (column.kind === 'category') {
    const known = values && new Set(values);
    const wrong = known && column.labels.map((text) => !known.has(text));
    const bad: number[] = [];
    for (let row = 0; row < column.codes.length; row++) {
      const code = column.codes[row] as number;
      if (code < 0 ? !optional : wrong?.[code]) bad.push(row);
    }
    listed(bad, label, diagnostics, (row) => {
      const text = column.labels[column.codes[row] as number];
      const id = textAt(dataset.ids, row);
      const place = placeOf(dataset, row, label);
      if (text === undefined) return finding('value_absent', { ...describe(input), id }, place);
      return finding(
        'category_unknown',
        { ...describe(input), id, text, known: (values ?? []).join('、') },
        place,
      );
    });
  }
}

function listed<T>(
  items: readonly T[],
  column: string,
  into: Diagnostic[],
  make: (item: T) => Diagnostic,
): void {
  for (const item of items.slice(0, LISTED)) into.push(make(item));
  if (items.length > LISTED) into.push(finding('more_findings', { column, count: items.length - LISTED }));
}

function absentColumn(input: InputPlan, rows: number): Column {
  if (input.kind === 'category') return categoryColumn(new Array<null>(rows).fill(null));
  if (input.kind === 'text')
    return { kind: 'text', bytes: new Uint8Array(0), offsets: new Uint32Array(rows + 1) };
  return { kind: 'number', values: new Float64Array(rows).fill(Number.NaN) };
}

function describe(input: InputPlan): Params {
  return { input: input.name, label: input.zh ?? input.en ?? input.name };
}

function describeRange(min: number, max: number, exclusive: boolean): string {
  const low = min === -Infinity ? '' : `${exclusive ? '>' : '≥'} ${min}`;
  const high = max === Infinity ? '' : `${exclusive ? '<' : '≤'} ${max}`;
  return [low, high].filter((part) => part !== '').join(', ');
}

function finding(
  code: string,
  params: Params,
  place?: Place,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { code, severity, path: [], params, ...(place === undefined ? {} : { place }) };
}
