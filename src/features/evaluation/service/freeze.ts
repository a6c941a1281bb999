// Freezing: the figures of a period, as they count now, become an immutable table under the hash of its content.
import { AppError } from '#core/app-error.ts';
import { hasErrors } from '#core/diagnostic.ts';
import { conversionRatio, parseUnit } from '#core/units.ts';
import { datasetFromArrow, datasetToArrow } from '#engine/proof/recompute.ts';
import { bindDataset } from '#engine/run/bind.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { checkHistory } from '#engine/run/history.ts';
import type { InputPlan, Plan } from '#engine/scheme/plan.ts';
import { type Column, textColumn } from '#engine/table/column.ts';
import { hashTable } from '#engine/table/hash.ts';
import type { Item } from '#capabilities/collection/contract/items.ts';
import { periodBefore } from '#capabilities/collection/service/checks.ts';
import {
  type EffectiveFigures,
  effectiveFigures,
  type FigureColumn,
} from '#capabilities/collection/service/effective-figures.ts';
import { type Tenancy, withTenants } from '#capabilities/collection/service/tenant-figures.ts';
import type { Subject } from '#capabilities/registry/model/subject.ts';
import { listMergedTenants, listSubjects } from '#capabilities/registry/service/subjects.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Evaluation } from '../contract/shapes.ts';
import { type Frame, isWithin } from '../model/frame.ts';
import { selectYearsInD } from '../store/publications.ts';
import { insertDataset } from '../store/runs.ts';
import { prepareComputeThread } from '../worker/compute-on-thread.ts';

/** What the registry supplies for inputs that no item has. */
const FROM_REGISTRY: Readonly<Record<string, (subject: Subject) => string | number | null>> = {
  credit_code: (subject) => subject.credit_code,
  enterprise_name: (subject) => subject.name,
  park: (subject) => subject.park_name,
  industry: (subject) => subject.industry_code,
  scale: (subject) => scaleName(subject),
  land: (subject) => subject.land_area_mu,
  land_area: (subject) => subject.land_area_mu,
};

/** Columns every dataset carries, so that rows can be found and named without the registry. */
const CARRIED = {
  enterprise_id: (subject: Subject) => subject.enterprise_id,
  enterprise_name: (subject: Subject) => subject.name,
  park_id: (subject: Subject) => subject.park_id ?? '',
  industry: (subject: Subject) => subject.industry_code ?? '',
  scale: (subject: Subject) => scaleName(subject) ?? '',
} as const;

function scaleName({ scale }: Subject): string | null {
  if (scale === null) return null;
  return scale === 'above_scale' ? '规上' : '规下';
}

/** Throws `dataset_faulty` with every missing or impossible figure; then nothing is frozen. */
export async function freezeDataset(
  ctx: Ctx,
  evaluation: Evaluation,
  plan: Plan,
  replaces: string | null,
): Promise<string> {
  const current = await readDataset(ctx, evaluation, plan);
  const earlier =
    checkHistory(plan, current).length === 0 ? undefined : await readEarlier(ctx, evaluation, plan);
  const arrow = datasetToArrow(current);
  const history = earlier === undefined ? undefined : datasetToArrow(earlier);
  // What is checked and named is what will be read again, not what was written.
  const frozen = datasetFromArrow(arrow, history === undefined ? [] : [history]);
  if (frozen === undefined) throw new Error('a dataset reads back');
  const diagnostics = [...bindDataset(plan, frozen).diagnostics, ...checkHistory(plan, frozen)];
  if (hasErrors(diagnostics)) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    throw new AppError('dataset_faulty', { count: errors.length }, errors.slice(0, 500));
  }
  const id = ctx.services.newId();
  await insertDataset(ctx, {
    dataset_id: id,
    evaluation_id: evaluation.evaluation_id,
    period_id: evaluation.period_id,
    hash: hashTable({
      rows: frozen.table.rows,
      columns: new Map([['id', frozen.ids], ...frozen.table.columns]),
    }),
    row_count: frozen.table.rows,
    columns: [...frozen.table.columns.keys()],
    arrow: asBuffer(arrow),
    history: history === undefined ? null : asBuffer(history),
    replaces,
  });
  return id;
}

/** The same bytes, not a copy. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

type FrameOfYear = Frame & Pick<Evaluation, 'period_id'>;

async function readEarlier(ctx: Ctx, frame: FrameOfYear, plan: Plan): Promise<Dataset | undefined> {
  const before = await periodBefore(ctx, frame.period_id);
  return before === undefined ? undefined : readDataset(ctx, { ...frame, period_id: before }, plan);
}

async function readDataset(ctx: Ctx, frame: FrameOfYear, plan: Plan): Promise<Dataset> {
  const { period_id: period } = frame;
  const subjects = (await listSubjects(ctx, period)).filter((subject) => isWithin(frame, subject));
  prepareComputeThread(subjects.length);
  const tenants = await listMergedTenants(ctx, period);
  const figures = withTenants(await effectiveFigures(ctx, period), tenants);
  const before = await periodBefore(ctx, period);
  const yearsInD = before === undefined ? new Map<string, number>() : await selectYearsInD(ctx, before);
  const columns = new Map<string, Column>(
    Object.entries(CARRIED).map(([name, read]) => [name, textColumn(subjects.map(read))]),
  );
  const rows = rowsOf(subjects, figures);
  for (const input of plan.inputs) {
    const column = inputColumn(input, subjects, figures, rows, yearsInD);
    if (column !== undefined) columns.set(input.name, column);
  }
  if (tenants.length > 0) columns.set('merged_tenants', tenantColumn(subjects, tenants));
  const ids = textColumn(subjects.map((subject) => subject.credit_code));
  return { ids, table: { rows: subjects.length, columns } };
}

/** The credit codes of the tenants whose figures are in a row, for whoever looks at the dataset later. */
function tenantColumn(
  subjects: readonly Subject[],
  tenants: readonly (Tenancy & { readonly credit_code: string })[],
): Column {
  const codes = new Map<string, string[]>();
  for (const { landlord_id: landlord, credit_code: code } of tenants)
    codes.set(landlord, [...(codes.get(landlord) ?? []), code]);
  return textColumn(subjects.map((subject) => codes.get(subject.enterprise_id)?.join(' ') ?? ''));
}

/** The row of the figures for every subject, −1 where it has none. */
function rowsOf(subjects: readonly Subject[], { enterpriseIds }: EffectiveFigures): Int32Array {
  const rowOf = new Map(enterpriseIds.map((id, row) => [id, row]));
  return Int32Array.from(subjects, (subject) => rowOf.get(subject.enterprise_id) ?? -1);
}

function inputColumn(
  input: InputPlan,
  subjects: readonly Subject[],
  figures: EffectiveFigures,
  rows: Int32Array,
  yearsInD: ReadonlyMap<string, number>,
): Column | undefined {
  const item = figures.items.find(({ item_id }) => item_id === input.name);
  const collected = figures.columns.get(input.name);
  if (item !== undefined && collected !== undefined) return itemColumn(input, item, collected, rows);
  if (input.name === 'years_in_d')
    return numbers(subjects.map((subject) => yearsInD.get(subject.enterprise_id) ?? 0));
  const read = FROM_REGISTRY[input.name];
  if (read === undefined) return undefined;
  const cells = subjects.map(read);
  const isText = input.kind === 'text' || input.kind === 'category';
  return isText ? textColumn(cells.map((cell) => String(cell ?? ''))) : numbers(cells.map(Number));
}

function itemColumn(input: InputPlan, item: Item, values: FigureColumn, rows: Int32Array): Column {
  if (!(values instanceof Float64Array))
    return textColumn(Array.from(rows, (row) => (row < 0 ? '' : (values[row] ?? ''))));
  const { num, den } = unitRatio(item.unit, input.unit);
  const at = (row: number): number => (row < 0 ? Number.NaN : (values[row] as number));
  return numbers(Array.from(rows, num === den ? at : (row) => (at(row) * num) / den));
}

const numbers = (values: readonly number[]): Column => ({
  kind: 'number',
  values: Float64Array.from(values),
});

/** From the item's unit to the scheme's. Two that measure different things are the scheme's fault, told when binding. */
export function unitRatio(from: string | null, to: string | undefined): { num: number; den: number } {
  if (from === null || to === undefined || from === to) return { num: 1, den: 1 };
  const [a, b] = [parseUnit(from), parseUnit(to)];
  const ratio = a === undefined || b === undefined ? undefined : conversionRatio(a, b);
  if (ratio === undefined) throw new AppError('item_unit_does_not_fit', { unit: from, expected: to });
  return ratio;
}
