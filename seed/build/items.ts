// What is collected, from which office, and what is plausible.
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { createItem } from '#capabilities/collection/service/items.ts';
import type { Ctx } from '#platform/ctx.ts';

/** Which office hands in what. */
export const TASKS: readonly (readonly [office: string, items: readonly string[]])[] = [
  ['tax', ['tax']],
  ['stats', ['revenue', 'value_added', 'energy']],
  ['science', ['rd']],
  ['ecology', ['emission']],
  ['labour', ['employees']],
  ['industry', ['not_evaluated', 'vetoed']],
];

const JUMP = { ratio: 5, floor: 50 };
const OUTLIER = { method: 'modified_z' as const, threshold: 60 };
const BELOW_REVENUE = { at_most: [{ item: 'revenue', times: 1 }] };

const ITEMS = [
  {
    item_id: 'tax',
    name: '税收',
    unit: '万元',
    definition: '当年实际入库的税收，不含查补往年的部分',
    synonyms: ['税收实际贡献', '入库税收'],
    rules: { year_on_year: JUMP, outlier: OUTLIER, ...BELOW_REVENUE },
  },
  {
    item_id: 'revenue',
    name: '销售收入',
    unit: '万元',
    definition: '主营业务收入，规下企业按纳税申报数',
    synonyms: ['营业收入', '主营业务收入'],
    rules: { min: 0, year_on_year: JUMP },
  },
  {
    item_id: 'value_added',
    name: '工业增加值',
    unit: '万元',
    definition: '按收入法计算',
    synonyms: ['增加值'],
    rules: BELOW_REVENUE,
  },
  {
    item_id: 'rd',
    name: '研发经费',
    unit: '万元',
    definition: '研究与试验发展经费支出',
    synonyms: ['R&D经费支出'],
    rules: { min: 0, ...BELOW_REVENUE },
  },
  {
    item_id: 'energy',
    name: '综合能耗',
    unit: '吨标准煤',
    definition: '综合能源消费量，电力按当量值折算',
    synonyms: ['综合能源消费量'],
    rules: { min: 0, year_on_year: JUMP },
  },
  {
    item_id: 'emission',
    name: '主要污染物排放量',
    unit: '吨',
    definition: '化学需氧量、氨氮、二氧化硫、氮氧化物排放量之和',
    synonyms: ['排放量'],
    rules: { min: 0 },
  },
  {
    item_id: 'employees',
    name: '年平均职工人数',
    unit: '人',
    definition: '全年各月平均人数，含劳务派遣',
    synonyms: ['从业人员平均人数'],
    rules: { min: 0 },
  },
  {
    item_id: 'not_evaluated',
    name: '暂不评价',
    definition: '投产未满一年或当年停产半年以上',
    kind: 'yes_no',
    rules: {},
  },
  {
    item_id: 'vetoed',
    name: '一票否决',
    definition: '当年发生重大安全、环境事故或严重失信',
    kind: 'yes_no',
    rules: {},
  },
];

export async function makeItems(ctx: Ctx, offices: ReadonlyMap<string, string>): Promise<void> {
  const sourceOf = new Map(
    TASKS.flatMap(([office, items]) => items.map((item) => [item, offices.get(office) ?? null] as const)),
  );
  for (const [position, item] of ITEMS.entries())
    await createItem(
      ctx,
      NewItem.parse({ kind: 'number', office_id: sourceOf.get(item.item_id) ?? null, position, ...item }),
    );
}
