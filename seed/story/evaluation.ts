// One evaluation on its way, step by step, each taken by somebody who may take it.
import {
  createEvaluation,
  getEvaluation,
  performStep,
  takeStep,
} from '#features/evaluation/service/steps.ts';
import { createScheme, decideScheme, submitScheme } from '#features/evaluation/service/schemes.ts';
import type { Evaluation } from '#features/evaluation/contract/shapes.ts';
import type { Transition } from '#features/evaluation/model/lifecycle.ts';
import type { Actor } from '#platform/ctx.ts';
import type { Cast } from '../cast.ts';
import type { Stage } from '../stage.ts';

const DIRECT: ReadonlySet<Transition> = new Set(['open_collection', 'open_confirmation', 'open_appeals']);

export type Underway = {
  readonly id: string;
  readonly current: () => Promise<Evaluation>;
  readonly step: (transition: Transition, actor?: Actor) => Promise<void>;
  /** From collected figures to a reviewed run. */
  readonly compute: () => Promise<void>;
};

export type Plan = {
  readonly name: string;
  readonly year: number;
  readonly scheme: string;
  readonly scope?: Evaluation['scope'];
  readonly land_from_mu?: number;
  readonly land_below_mu?: number;
};

export async function begin(stage: Stage, { officer, second }: Cast, plan: Plan): Promise<Underway> {
  const { name, year, scheme, ...bounds } = plan;
  const version = await approvedScheme(stage, officer, second, plan);
  const which = { name, period_id: String(year), scheme_id: scheme, scheme_version: version };
  const { evaluation_id: id } = await stage.as(officer, (ctx) =>
    createEvaluation(ctx, { ...which, ...bounds }),
  );
  const current = () => stage.as(officer, async (ctx) => (await getEvaluation(ctx, id)).evaluation);
  const step = async (transition: Transition, actor = officer): Promise<void> => {
    const input = { evaluation_id: id, transition, version: (await current()).version };
    if (DIRECT.has(transition)) await stage.as(actor, (ctx) => takeStep(ctx, input));
    else await performStep(stage.caller(actor), input);
  };
  const compute = async (): Promise<void> => {
    for (const transition of ['open_confirmation', 'freeze', 'compute'] as const) await step(transition);
    await step('review', second);
  };
  await step('open_collection');
  return { id, current, step, compute };
}

async function approvedScheme(
  { as }: Stage,
  officer: Actor,
  second: Actor,
  { scheme, year }: Plan,
): Promise<number> {
  const { version } = await as(officer, (ctx) => createScheme(ctx, { scheme_id: scheme, shipped: scheme }));
  await as(officer, (ctx) => submitScheme(ctx, { scheme_id: scheme, version }));
  await as(second, (ctx) =>
    decideScheme(ctx, { scheme_id: scheme, version, decision: 'approved', reason: `${year}年度采用` }),
  );
  return version;
}
