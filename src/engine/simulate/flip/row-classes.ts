// Whether one subject reaches a class: exemptions, place, conditions and rules over all that its figures leave open.
import type { ClassesPlan, RulePlan } from '#engine/scheme/plan.ts';
import { truthOf } from './bounds.ts';
import type { RowFormula, RowFormulas } from './row-formulas.ts';
import type { Truth } from './row-item.ts';

/** The places a subject may take: positions `best` … `worst` in the order of classes, if it is ranked at all. */
export type Place = { ranked: Truth; best: number; worst: number };

export type RowClasses = {
  /** There are no exemptions, conditions and rules: the place is the class. */
  readonly isPlain: boolean;
  readonly formulas: readonly RowFormula[];
  readonly exempt: readonly RowFormula[];
  /** Whether the final class is one of those that `accepted` marks, by their position in `all`. */
  readonly reaches: (place: Place, accepted: Uint8Array) => Truth;
};

export function createRowClasses(plan: ClassesPlan, formulas: RowFormulas): RowClasses {
  const { registers } = formulas;
  const compiled = (
    list: readonly { readonly expr: Parameters<RowFormulas['compile']>[0] }[],
  ): RowFormula[] => list.map(({ expr }) => formulas.compile(expr));
  const exempt = compiled(plan.exempt);
  const exemptClass = plan.exempt.map((exemption) => plan.all.indexOf(exemption.class));
  const conditions = plan.order.map((name) => {
    const condition = plan.conditions.get(name);
    return condition && formulas.compile(condition.expr);
  });
  const rules = compiled(plan.rules);
  const ruleClass = plan.rules.map((rule) => plan.all.indexOf(rule.class));
  const ordered = plan.order.length;
  const none = plan.all.length;
  let possible = new Uint8Array(none + 1);
  let next = new Uint8Array(none + 1);

  function meetConditions(): void {
    for (let position = 0; position < ordered - 1; position++) {
      const condition = conditions[position];
      if (possible[position] === 0 || condition === undefined) continue;
      const truth = truthOf(registers, condition.slot);
      if (truth < 2) possible[position + 1] = 1;
      if (truth === 0) possible[position] = 0;
    }
  }

  function applyRules(isExempt: boolean): void {
    for (let i = 0; i < rules.length; i++) {
      const truth = truthOf(registers, (rules[i] as RowFormula).slot);
      if (truth === 0) continue;
      const target = ruleClass[i] as number;
      const { effect } = plan.rules[i] as RulePlan;
      next.fill(0);
      for (let position = 0; position <= none; position++) {
        if (possible[position] === 0) continue;
        const moves = isMoved(effect, position, target, !isExempt && position < ordered);
        if (moves) next[target] = 1;
        if (!moves || truth === 1) next[position] = 1;
      }
      [possible, next] = [next, possible];
    }
  }

  const isPlain =
    exempt.length === 0 && rules.length === 0 && conditions.every((condition) => condition === undefined);

  /** Without exemptions, conditions and rules the place is the class. */
  function reachesByPlace({ ranked, best, worst }: Place, accepted: Uint8Array): Truth {
    let accepts = false;
    let declines = ranked < 2;
    if (ranked === 0) return 0;
    for (let position = best; position <= worst; position++) {
      if (accepted[position] === 1) accepts = true;
      else declines = true;
    }
    if (!accepts) return 0;
    return declines ? 1 : 2;
  }

  return {
    isPlain,
    formulas: [...exempt, ...conditions.filter((condition) => condition !== undefined), ...rules],
    exempt,
    reaches: (place, accepted) => {
      if (isPlain) return reachesByPlace(place, accepted);
      const { ranked, best, worst } = place;
      const tally = { accepts: false, declines: false };
      let isExempt: Truth = 0;
      for (let i = 0; i < exempt.length && isExempt < 2; i++) {
        const truth = truthOf(registers, (exempt[i] as RowFormula).slot);
        if (truth === 0) continue;
        isExempt = truth === 2 ? 2 : 1;
        possible.fill(0);
        possible[exemptClass[i] as number] = 1;
        applyRules(true);
        count(possible, accepted, tally);
      }
      if (isExempt < 2) {
        possible.fill(0);
        if (ranked > 0) possible.fill(1, best, worst + 1);
        if (ranked < 2) possible[none] = 1;
        meetConditions();
        applyRules(false);
        count(possible, accepted, tally);
      }
      if (!tally.accepts) return 0;
      return tally.declines ? 1 : 2;
    },
  };
}

/** As `applyRules` of classify/classify.ts has it: ceilings and floors move only within the order of classes. */
function isMoved(effect: RulePlan['effect'], position: number, target: number, isOrdered: boolean): boolean {
  if (effect === 'set') return position !== target;
  return isOrdered && (effect === 'at_most' ? position < target : position > target);
}

function count(
  possible: Uint8Array,
  accepted: Uint8Array,
  tally: { accepts: boolean; declines: boolean },
): void {
  for (let position = 0; position < possible.length; position++) {
    if (possible[position] === 0) continue;
    if (accepted[position] === 1) tally.accepts = true;
    else tally.declines = true;
  }
}
