// Below scale the year under way is further on: the larger ones are on a list open for objection, the smaller ones' appeals
// wait for decisions.
import { decideAppeal } from '#features/evaluation/service/appeals.ts';
import type { Appeal } from '#features/evaluation/contract/shapes.ts';
import type { Cast } from '../cast.ts';
import type { Scene, Stage } from '../stage.ts';
import { type Claim, raise } from './appeals.ts';
import { begin, type Underway } from './evaluation.ts';
import type { Firm } from './running-year.ts';

/** 济宁高新区: 占地3亩以上规下企业 are evaluated by a scheme of their own. */
const LAND_BOUND_MU = 3;

type Input = { readonly year: number; readonly firms: readonly Firm[] };

/** Published two days ago: whoever is on the list may still object. */
export function openNotice(stage: Stage, cast: Cast, { year, firms }: Input): Scene[] {
  const begun = once<Underway>();
  return [
    {
      before: 30,
      play: async () =>
        begun.set(
          await begin(stage, cast, {
            name: `${year}年度规下工业企业（占地3亩以上）“亩产效益”评价`,
            year,
            scheme: 'jining-hitech-2023-below-scale',
            scope: 'below_scale',
            land_from_mu: LAND_BOUND_MU,
          }),
        ),
    },
    { before: 4, play: () => begun.get().compute() },
    { before: 2, play: () => begun.get().step('publish_notice') },
    { before: 1, play: () => raise(stage, cast, begun.get(), firms, ON_THE_NOTICE) },
  ];
}

const ON_THE_NOTICE: readonly Claim[] = [
  {
    of: ['B', 0],
    statement: '四季度入库税收漏计一笔，附完税明细',
    item: 'tax',
    times: 1.5,
    evidence: '完税明细',
  },
  { of: ['C', 1], statement: '集团内部结算税款未归集到本企业', item: 'tax', times: 1.9 },
  {
    of: ['D', 2],
    statement: '用地中有约两亩为市政绿化带，税收也少计少许，申请复核',
    item: 'tax',
    times: 1.02,
  },
];

/** Days before today: five working days are over by then even when a week of holidays lies between. */
export const SMALL_LIST = { published: 30, closed: 14 };

/** The notice is over; seven enterprises objected, and for one of them a decision waits for its second signature. */
export function openAppeals(stage: Stage, cast: Cast, { year, firms }: Input): Scene[] {
  const begun = once<Underway>();
  const raised = once<readonly Appeal[]>();
  return [
    {
      before: 32,
      play: async () => {
        begun.set(
          await begin(stage, cast, {
            name: `${year}年度规下工业企业（占地3亩以下）“亩产效益”评价`,
            year,
            scheme: 'shandong-2019-below-scale',
            scope: 'below_scale',
            land_below_mu: LAND_BOUND_MU,
          }),
        );
        await begun.get().compute();
      },
    },
    { before: SMALL_LIST.published, play: () => begun.get().step('publish_notice') },
    { before: 27, play: async () => raised.set(await raise(stage, cast, begun.get(), firms, CLAIMS)) },
    { before: SMALL_LIST.closed, play: () => begun.get().step('open_appeals') },
    {
      before: 1,
      play: async () => {
        const appeal = raised.get().find(({ statement }) => statement === DEFERRED_TAX);
        if (appeal === undefined) throw new Error('nobody appealed about deferred taxes');
        const { appeal_id, version } = appeal;
        const reason = '留抵退税不属于入库税收，建议维持原评价结果';
        await stage.as(cast.officer, (ctx) =>
          decideAppeal(ctx, { appeal_id, decision: 'rejected', reason, version }),
        );
      },
    },
  ];
}

const DEFERRED_TAX = '对税收口径有异议：留抵退税应视同入库';

const CLAIMS: readonly Claim[] = [
  {
    of: ['B', 0],
    statement: '11月补缴的税款当月入库，未计入评价数据',
    item: 'tax',
    times: 1.6,
    evidence: '补缴税款明细',
  },
  { of: ['C', 0], statement: '分公司税款汇总缴纳，应归集到本企业', item: 'tax', times: 1.8 },
  { of: ['D', 0], statement: '企业更名后税号变更，原税号入库税款未合并', item: 'tax', times: 4 },
  { of: ['C', 6], statement: DEFERRED_TAX, item: 'tax', times: 1.1 },
  { of: ['D', 4], statement: '受灾停产三个月，申请不列入D类', item: 'tax', times: 1.01 },
  { of: ['B', 8], statement: '销售收入与年报不一致，请更正', item: 'revenue', times: 1.3 },
  { of: ['C', 9], statement: '销售收入多计，系代收代付款项', item: 'revenue', times: 0.7 },
];

/** What an earlier scene leaves for a later one. */
function once<T>() {
  const held: T[] = [];
  return {
    set: (value: T): void => void held.push(value),
    get: (): T => {
      const [value] = held;
      if (value === undefined) throw new Error('this scene came too early');
      return value;
    },
  };
}
