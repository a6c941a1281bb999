// What enterprises and offices say about the figures of the year under way: confirmations, disputes, and answers to findings.
import { decideFinding, listFindings, runPeriodChecks } from '#capabilities/collection/service/checks.ts';
import { answerDispute, confirmFigures } from '#capabilities/collection/service/confirmations.ts';
import { getFigures } from '#capabilities/collection/service/figures.ts';
import type { Cast } from '../cast.ts';
import type { Scene, Stage } from '../stage.ts';
import type { Firm } from './running-year.ts';

type Dispute = { readonly item_id: string; readonly value: number; readonly reason: string };

async function say(
  stage: Stage,
  cast: Cast,
  period: string,
  id: string,
  disputes: Dispute[],
): Promise<number> {
  return stage.as(cast.ownerOf(id), async (ctx) => {
    const which = { period_id: period, enterprise_id: id };
    const { version } = await getFigures(ctx, which);
    return (await confirmFigures(ctx, { ...which, figures_version: version, disputes })).version;
  });
}

const SETTLED: readonly (readonly [adopt: boolean, reason: string, answer: string])[] = [
  [true, '四季度入库税收未计入', '经税务局核实，漏计一笔，按企业申报数采用'],
  [false, '减免税款应视同入库', '减免税款不属于入库税收，维持原数据'],
  [false, '税收应含代扣代缴部分', '代扣代缴部分不计入企业税收，维持原数据'],
];

type Input = { readonly year: number; readonly firms: readonly Firm[] };

/** Below scale everything was confirmed or answered before the figures were frozen. */
export function belowScaleConfirms(stage: Stage, cast: Cast, { year, firms }: Input): Scene[] {
  const period = String(year);
  const small = firms.filter(({ one }) => !one.isLarge && one.ownsLand);
  const versions = new Map<string, number>();
  const disputed = SETTLED.flatMap((settled, i) => {
    const firm = small[40 + i];
    return firm === undefined ? [] : [{ settled, firm }];
  });
  return [
    {
      before: 35,
      play: async () => {
        for (const { id } of small.slice(0, 30)) await say(stage, cast, period, id, []);
        for (const { settled, firm } of disputed) {
          const value = Math.round((firm.one.figures.at(-1)?.tax ?? 0) * 120) / 100;
          const dispute = { item_id: 'tax', value, reason: settled[1] };
          versions.set(firm.id, await say(stage, cast, period, firm.id, [dispute]));
        }
      },
    },
    {
      before: 33,
      play: async () => {
        for (const { settled, firm } of disputed) {
          const [adopt, , answer] = settled;
          const which = { period_id: period, enterprise_id: firm.id, version: versions.get(firm.id) ?? 1 };
          await stage.as(cast.officer, (ctx) =>
            answerDispute(ctx, { ...which, item_id: 'tax', adopt, answer }),
          );
        }
      },
    },
  ];
}

/** Above scale it has only begun: some have confirmed, some dispute and wait for an answer. */
export function aboveScaleConfirms(stage: Stage, cast: Cast, { year, firms }: Input): Scene[] {
  const period = String(year);
  const large = firms.filter(({ one }) => one.isLarge && one.ownsLand);
  return [
    {
      before: 3,
      play: async () => {
        for (const { id } of large.slice(0, 25)) await say(stage, cast, period, id, []);
      },
    },
    {
      before: 1,
      play: async () => {
        for (const [i, { one, id }] of large.slice(30, 36).entries())
          await say(stage, cast, period, id, [i % 2 === 0 ? lateTax(one) : returnedSales(one)]);
      },
    },
  ];
}

const lateTax = ({ figures }: Firm['one']): Dispute => ({
  item_id: 'tax',
  value: Math.round((figures.at(-1)?.tax ?? 0) * 110) / 100,
  reason: '12月申报的增值税次年1月入库，应计入当年',
});
const returnedSales = ({ figures }: Firm['one']): Dispute => ({
  item_id: 'revenue',
  value: Math.round((figures.at(-1)?.revenue ?? 0) * 97) / 100,
  reason: '销售退回未冲减',
});

const ANSWERS: readonly (readonly [state: 'explained' | 'accepted', reason: string])[] = [
  ['explained', '企业当年技改停产两个月，数据属实'],
  ['accepted', '已与来源部门核对，按此采用'],
  ['explained', '新增产线投产，增长有据'],
  ['accepted', '经企业提供审计报告核实'],
];

/** Every fourth finding has been answered; the rest is open. */
export function findingsAnswered(stage: Stage, cast: Cast, { year }: Input): Scene[] {
  const period = String(year);
  const look = (item_id: string) =>
    stage.as(cast.officer, (ctx) => listFindings(ctx, { period_id: period, item_id, limit: 60 }));
  return [
    { before: 5, play: () => stage.as(cast.officer, (ctx) => runPeriodChecks(ctx, period)) },
    {
      before: 3,
      play: async () => {
        for (const item_id of ['tax', 'revenue', 'rd']) {
          const { items } = await look(item_id);
          for (const [i, finding] of items.filter((_, each) => each % 4 === 0).entries()) {
            const [state, reason] = ANSWERS[i % ANSWERS.length] ?? ['accepted', ''];
            const { enterprise_id, code, version } = finding;
            const decision = { period_id: period, enterprise_id, item_id, code, state, reason, version };
            await stage.as(cast.officer, (ctx) => decideFinding(ctx, decision));
          }
        }
      },
    },
  ];
}
