// What a corrected list would say otherwise than the published one, and from which figures: what its second signature is
// put under.
import { AppError } from '#core/app-error.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { CorrectionEffect } from '../contract/corrections.ts';
import type { Run } from '../contract/shapes.ts';
import { countChanges, selectMoves } from '../store/corrections.ts';
import { type RunRecord, selectRunIds } from '../store/runs.ts';
import { askRuns } from './ask-runs.ts';
import { inputFields, visibleInputs } from './fields.ts';
import type { InputField } from '../contract/fields.ts';
import { getRun } from './runs.ts';
import { planOfVersion } from './schemes.ts';

const MOST_LISTED = 500;

/** From the published run to the proposed one. */
export async function correctionEffect(ctx: Ctx, from: string, to: string): Promise<CorrectionEffect> {
  const [before, after] = [await getRun(ctx, from), await getRun(ctx, to)];
  const pair = { before: from, after: to };
  return {
    classes: classCounts(before, after),
    ...(await countChanges(ctx, pair)),
    moves: await selectMoves(ctx, pair, MOST_LISTED),
    ...(await correctedFigures(ctx, before, after)),
  };
}

/** In the order of the scheme; both runs are of the same one. */
function classCounts(before: Run, after: Run): CorrectionEffect['classes'] {
  return before.summary.classes.map(({ class: name, count }, i) => ({
    class: name,
    before: count,
    after: after.summary.classes[i]?.count ?? 0,
  }));
}

/** As far as the caller may see them. */
async function correctedFigures(
  ctx: Ctx,
  before: RunRecord,
  after: RunRecord,
): Promise<Pick<CorrectionEffect, 'figures_changed' | 'figures'>> {
  const visible = await visibleInputs(ctx, await planOfVersion(ctx, after));
  const inputs = new Map(inputFields(visible).map((field) => [field.name, field]));
  const question = { kind: 'figures' as const, inputs: [...inputs.keys()], most: MOST_LISTED };
  const answer = await askRuns(ctx, question, before, after);
  if (answer.kind !== 'figures') throw new AppError('run_failed', { count: 1 });
  const codes = answer.changes.map(({ code }) => code);
  const known = await selectRunIds(ctx, after.run_id, codes);
  return {
    figures_changed: answer.count,
    figures: answer.changes.flatMap(({ code, input, before: was, after: is }) => {
      const [found, field] = [known.get(code), inputs.get(input)];
      if (found === undefined || field === undefined) return [];
      const { zh, en, unit, kind } = field;
      const [from, to] = [shownAs(kind, was), shownAs(kind, is)];
      return [{ enterprise_id: found.id, name: found.name, input, zh, en, unit, before: from, after: to }];
    }),
  };
}

const DAY_MS = 86_400_000;

/** Tables keep a yes or no as 1 or 0, and a day as the days since 1970. */
function shownAs(kind: InputField['kind'], cell: number | string | null): number | string | boolean | null {
  if (typeof cell !== 'number') return cell;
  if (kind === 'flag') return cell !== 0;
  return kind === 'date' ? new Date(cell * DAY_MS).toISOString().slice(0, 10) : cell;
}
