// The year under way: figures still coming in above scale, while below scale the results are out.
import type { Cast } from '../cast.ts';
import { playAll, type Stage } from '../stage.ts';
import type { DemoEnterprise } from '../world/world.ts';
import { openAppeals, openNotice } from './below-scale.ts';
import { followUp, openCampaign } from './campaign.ts';
import { begin } from './evaluation.ts';
import { figuresComeIn } from './figures-come-in.ts';
import { aboveScaleConfirms, belowScaleConfirms, findingsAnswered } from './voices.ts';

export type Firm = { readonly one: DemoEnterprise; readonly id: string };

/** Told in days before today, so that it is as fresh on the day it is looked at as on any other. */
export async function runningYear(
  stage: Stage,
  cast: Cast,
  input: {
    readonly year: number;
    readonly today: Date;
    readonly offices: ReadonlyMap<string, string>;
    readonly firms: readonly Firm[];
  },
): Promise<void> {
  const { year, today, offices } = input;
  const tasks = await openCampaign(stage, cast, offices, { year, today });
  await begin(stage, cast, {
    name: `${year}年度规上工业企业“亩产效益”评价`,
    year,
    scheme: 'jining-hitech-2023',
    scope: 'above_scale',
  });
  await playAll(stage, today, [
    ...figuresComeIn(stage, cast, { ...input, tasks }),
    ...followUp(stage, cast, tasks),
    ...belowScaleConfirms(stage, cast, input),
    ...openAppeals(stage, cast, input),
    ...openNotice(stage, cast, input),
    ...findingsAnswered(stage, cast, input),
    ...aboveScaleConfirms(stage, cast, input),
  ]);
}
