// Names and units of what a run consists of, as far as the caller may see it.
import { AppError } from '#core/app-error.ts';
import { namesOf } from '#engine/explain/show.ts';
import { indicatorWeights } from '#engine/run/items.ts';
import type { InputPlan, Plan } from '#engine/scheme/plan.ts';
import { hiddenItems, itemsHiddenFrom } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ClassField, IndicatorField, InputField, RunFields } from '../contract/fields.ts';
import { getRun } from './runs.ts';
import { planOfVersion } from './schemes.ts';

/** What every table has beside the inputs. */
const NAMES_A_SUBJECT: ReadonlySet<string> = new Set(['credit_code', 'enterprise_name']);

export async function getRunFields(ctx: Ctx, runId: string): Promise<RunFields> {
  const plan = await planOfVersion(ctx, await getRun(ctx, runId));
  const { title, scheme } = plan.scheme;
  return {
    title: namesOf(title, scheme),
    inputs: inputFields(await visibleInputs(ctx, plan)),
    indicators: indicatorFields(plan),
    classes: classFields(plan),
  };
}

/** Inputs that are items the caller may see, or that the registry knows. */
export async function visibleInputs(ctx: Ctx, plan: Plan): Promise<readonly InputPlan[]> {
  const hidden = await itemsHiddenFrom(ctx);
  return plan.inputs.filter(({ name }) => !hidden.has(name) && !NAMES_A_SUBJECT.has(name));
}

/**
 * A frozen dataset is evaluated and proved as a whole, so whoever may not see one of its columns gets none of it: without
 * the column the engine could not give the result of the run.
 */
export async function requireAllInputs(ctx: Ctx, columns: readonly string[]): Promise<void> {
  const hidden = (await hiddenItems(ctx)).filter(({ item_id }) => columns.includes(item_id));
  if (hidden.length > 0)
    throw new AppError('inputs_hidden', { items: hidden.map(({ name }) => name).join('、') });
}

export function inputFields(inputs: readonly InputPlan[]): InputField[] {
  return inputs.map((input) => ({ ...fieldOf(input), kind: input.kind }));
}

export function indicatorFields(plan: Plan): IndicatorField[] {
  const weights = indicatorWeights(plan);
  return plan.indicators.map((indicator, i) => {
    const weight = weights[i] ?? Number.NaN;
    return {
      ...fieldOf(indicator),
      better: indicator.better === 1 ? 'higher' : 'lower',
      weight: Number.isFinite(weight) ? weight : null,
      formula: indicator.text,
    };
  });
}

export function classFields({ classes }: Plan): ClassField[] {
  return (classes?.all ?? []).map((name) => ({
    class: name,
    ...namesOf(classes?.labels.get(name) ?? {}, name),
    ordered: classes?.order.includes(name) === true,
  }));
}

type Named = {
  readonly name: string;
  readonly unit: string | undefined;
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
};

function fieldOf(named: Named) {
  return { name: named.name, ...namesOf(named, named.name), unit: named.unit ?? null };
}
