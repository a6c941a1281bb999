// Use cases on findings: check a whole period, look at what was found, decide about it.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { getEnterprise } from '#capabilities/registry/service/enterprises.ts';
import { getPeriod, listPeriods } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, readCursor, writeCursor } from '#platform/db/cursor.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { Finding, FindingDecision, FindingRef } from '../contract/findings.ts';
import type { Item } from '../contract/items.ts';
import { checkPeriod, type PeriodColumns } from '../model/checks.ts';
import { countOpenErrors, replaceFindings, selectFindings, updateFindings } from '../store/findings.ts';
import { selectItems } from '../store/items.ts';
import { type EffectiveFigures, effectiveFigures } from './effective-figures.ts';
import { canSee, canWrite, requireItem } from './rights.ts';

export async function runChecks(ctx: Ctx, period: string): Promise<{ job_id: string }> {
  await getPeriod(ctx, period);
  return { job_id: await enqueue(ctx, 'check_figures', { period_id: period }) };
}

/** The job's work. */
export async function runPeriodChecks(
  ctx: Ctx,
  period: string,
): Promise<{ enterprises: number; findings: number }> {
  const now = await effectiveFigures(ctx, period);
  const last = await periodBefore(ctx, period);
  const before = last === undefined ? undefined : await effectiveFigures(ctx, last);
  const found = checkPeriod(
    now.items,
    numbersOf(now),
    before === undefined ? new Map() : aligned(now, before),
  );
  const findings = found.map(({ row, ...finding }) => ({
    enterprise_id: now.enterpriseIds[row] ?? '',
    ...finding,
  }));
  await replaceFindings(ctx, period, findings);
  const counts = { enterprises: now.enterpriseIds.length, findings: findings.length };
  await recordEvent(ctx, { action: 'check_figures', object: ['period', period], details: counts });
  return counts;
}

/** The period of the same kind that ended last before this one began. */
export async function periodBefore(ctx: Ctx, id: string): Promise<string | undefined> {
  const { items } = await listPeriods(ctx);
  const period = items.find((candidate) => candidate.period_id === id);
  if (period === undefined) return undefined;
  const earlier = items.filter(({ kind, ends_on }) => kind === period.kind && ends_on < period.starts_on);
  return earlier.toSorted((a, b) => (a.ends_on < b.ends_on ? 1 : -1))[0]?.period_id;
}

function numbersOf({ columns }: EffectiveFigures): PeriodColumns {
  const numbers = [...columns].filter(
    (entry): entry is [string, Float64Array] => entry[1] instanceof Float64Array,
  );
  return new Map(numbers);
}

/** Last year's columns in the order of this year's enterprises. */
function aligned(now: EffectiveFigures, before: EffectiveFigures): PeriodColumns {
  const rowOf = new Map(before.enterpriseIds.map((id, row) => [id, row]));
  const rows = now.enterpriseIds.map((id) => rowOf.get(id) ?? -1);
  return new Map(
    [...numbersOf(before)].map(([id, values]) => [
      id,
      Float64Array.from(rows, (row) => values[row] ?? Number.NaN),
    ]),
  );
}

export async function listFindings(
  ctx: Ctx,
  input: {
    period_id: string;
    limit: number;
    cursor?: string | undefined;
    state?: Finding['state'] | undefined;
    item_id?: string | undefined;
  },
): Promise<{ items: Finding[]; next: string | null }> {
  const items = (await selectItems(ctx))
    .filter((item) => canSee(ctx.actor, item))
    .map((item) => item.item_id);
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor);
  const after = cursor && { key: String(cursor.key), id: cursor.id };
  const rows = await selectFindings(ctx, input.period_id, { ...input, after, items });
  return pageFrom(rows, input.limit, (row) => writeCursor(`${row.item_id} ${row.code}`, row.enterprise_id));
}

export async function decideFinding(
  ctx: Ctx,
  input: FindingRef & FindingDecision & { period_id: string },
): Promise<Finding> {
  const { period_id, item_id, code, state, reason } = input;
  mustWrite(ctx, await selectItems(ctx), item_id);
  const [finding] = await updateFindings(ctx, period_id, [input], input);
  if (finding === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, {
    action: 'decide_finding',
    object: ['enterprise', input.enterprise_id],
    details: { period_id, item_id, code, state, reason },
  });
  return finding;
}

/** All or none: one that was changed meanwhile is named, and the others stay as they were. */
export async function decideFindings(
  ctx: Ctx,
  input: FindingDecision & { period_id: string; findings: FindingRef[] },
): Promise<{ items: Finding[] }> {
  const { period_id, state, reason } = input;
  const items = await selectItems(ctx);
  for (const { item_id } of input.findings) mustWrite(ctx, items, item_id);
  const asked = [...new Map(input.findings.map((finding) => [keyOf(finding), finding])).values()];
  const decided = await updateFindings(ctx, period_id, asked, input);
  const done = new Set(decided.map(keyOf));
  const left = asked.filter((finding) => !done.has(keyOf(finding)));
  if (left.length > 0) throw await notDecided(ctx, left, items);
  await recordEvent(ctx, {
    action: 'decide_findings',
    object: ['period', period_id],
    details: {
      state,
      reason,
      findings: asked.map(({ enterprise_id, item_id, code }) => ({ enterprise_id, item_id, code })),
    },
  });
  return { items: decided };
}

function mustWrite({ actor }: Ctx, items: readonly Item[], id: string): void {
  if (!canWrite(actor, requireItem(items, id))) throw new AppError('forbidden');
}

const keyOf = ({ enterprise_id: id, item_id: item, code }: Omit<FindingRef, 'version'>): string =>
  `${id} ${item} ${code}`;

/** A message has room for a few; the rest is counted. */
const MOST_NAMED = 10;

async function notDecided(ctx: Ctx, left: readonly FindingRef[], items: readonly Item[]): Promise<AppError> {
  const list: string[] = [];
  for (const { enterprise_id: id, item_id: item } of left.slice(0, MOST_NAMED))
    list.push(`${(await getEnterprise(ctx, id)).name}（${requireItem(items, item).name}）`);
  return new AppError('findings_changed_conflict', { count: left.length, list: list.join('、') });
}

/** Faults nobody has explained yet stand in the way of freezing a period. */
export function openErrors(ctx: Ctx, period: string): Promise<number> {
  return countOpenErrors(ctx, period);
}
