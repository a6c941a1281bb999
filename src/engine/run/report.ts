// Findings of a run beyond those about the data itself: values no rule covers, references, ties that only the id decides.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Ranking } from '../classify/rank.ts';
import type { IndicatorPlan } from '../scheme/plan.ts';
import type { Item } from '../score/item.ts';
import { STATE, STATE_NAMES } from '../score/states.ts';
import { textAt } from '../table/column.ts';
import { type Dataset, placeOf } from './dataset.ts';

const LISTED = 100;

/** `error`, the rule for states that the scheme leaves open: the scheme must say what an absent value means. */
export function reportAbsent(
  indicator: IndicatorPlan,
  item: Item,
  dataset: Dataset,
  diagnostics: Diagnostic[],
): void {
  const { states } = item;
  if (states === undefined) return;
  for (const name of STATE_NAMES) {
    if (indicator[name] !== 'error') continue;
    let found = 0;
    for (let row = 0; row < states.length; row++) {
      if (states[row] !== STATE[name] || ++found > LISTED) continue;
      const params = {
        id: textAt(dataset.ids, row),
        label: indicator.zh ?? indicator.name,
        formula: indicator.text,
      };
      const place = placeOf(dataset, row);
      diagnostics.push({
        code: `indicator_${name}`,
        severity: 'error',
        path: ['indicators', indicator.name, name],
        params,
        place,
      });
    }
    if (found > LISTED) {
      const params = { column: indicator.zh ?? indicator.name, count: found - LISTED };
      diagnostics.push({
        code: 'more_findings',
        severity: 'error',
        path: ['indicators', indicator.name, name],
        params,
      });
    }
  }
}

/** A value is there and no rule says to leave it out, but it gives no score: all are equal, a baseline is zero, no step applies. */
export function reportUnscored(indicator: IndicatorPlan, item: Item, diagnostics: Diagnostic[]): void {
  if (!canFail(item)) return;
  const { values, states, normalised } = item;
  let count = 0;
  for (let row = 0; row < normalised.length; row++) {
    const ordinary = states === undefined || states[row] === STATE.ordinary;
    if (ordinary && Number.isNaN(normalised[row]) && !Number.isNaN(values[row])) count++;
  }
  if (count === 0) return;
  const params = { label: indicator.zh ?? indicator.name, count };
  diagnostics.push({
    code: 'indicator_not_scored',
    severity: 'warning',
    path: ['indicators', indicator.name, 'score'],
    params,
  });
}

/** One span for all rows, and not zero, scores whatever value there is: the usual case needs no look at the rows. */
function canFail({ scale, treated }: Item): boolean {
  if (scale === undefined || treated !== undefined) return true;
  const { shift, span } = scale;
  const fixed = shift.codes === undefined && span.codes === undefined;
  return !(fixed && Number.isFinite(shift.values[0]) && Math.abs(span.values[0] as number) > 0);
}

export function reportWithoutScore(scores: Float64Array, diagnostics: Diagnostic[]): void {
  let count = 0;
  for (let row = 0; row < scores.length; row++) if (Number.isNaN(scores[row])) count++;
  if (count > 0)
    diagnostics.push({ code: 'subjects_without_score', severity: 'warning', path: [], params: { count } });
}

export function reportDecidedById(ranking: Ranking, diagnostics: Diagnostic[]): void {
  if (ranking.decidedById === 0) return;
  const params = { count: ranking.decidedById };
  diagnostics.push({ code: 'ties_decided_by_id', severity: 'warning', path: ['classes', 'ties'], params });
}

export function reportReference(indicator: IndicatorPlan, id: string, diagnostics: Diagnostic[]): void {
  const path = ['indicators', indicator.name, 'score', 'distance_to_reference'];
  diagnostics.push({ code: 'reference_not_found', severity: 'error', path, params: { id } });
}
