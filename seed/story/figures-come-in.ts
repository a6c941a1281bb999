// The figures of the year under way, office by office: one in time, one that sent the wrong unit first, some not yet done.
import type { Cast } from '../cast.ts';
import { enterFigures } from '../build/years.ts';
import type { Scene, Stage } from '../stage.ts';
import { DEMO_YEARS, type Figures } from '../world/figures.ts';
import { chanceFor } from '../world/random.ts';
import { accept, type Cell, type OfficeFile, send, takeBack, upload } from './office-files.ts';
import type { Tasks } from './campaign.ts';
import type { Firm } from './running-year.ts';

type Input = { readonly year: number; readonly firms: readonly Firm[]; readonly tasks: Tasks };

export function figuresComeIn(stage: Stage, cast: Cast, { year, firms, tasks }: Input): Scene[] {
  const period = String(year);
  const at = DEMO_YEARS.findIndex((each) => each === year);
  const task = (office: string) => ({ period, task: tasks.get(office) ?? null });
  const sheet = (name: string, columns: readonly Column[], of: readonly Firm[]): OfficeFile => ({
    name: `${year}年度${name}`,
    headers: ['统一社会信用代码', '企业名称', ...columns.map(({ header }) => header)],
    rows: of.map(({ one }) => [
      one.credit_code,
      one.name,
      ...columns.map(({ cell }) => cell(one.figures[at])),
    ]),
  });
  const chance = chanceFor(50);
  const large = firms.filter(({ one }) => one.isLarge);
  const small = firms.filter(({ one }) => !one.isLarge);
  const someOf = (list: readonly Firm[], share: number) => list.filter(() => chance() < share);
  const clerk = {
    industry: cast.clerkOf('industry'),
    science: cast.clerkOf('science'),
    ecology: cast.clerkOf('ecology'),
    labour: cast.clerkOf('labour'),
  };
  return [
    {
      before: 38,
      play: async () => {
        const file = withStrangers(sheet('入库税收.xlsx', TAX, firms));
        await accept(stage, cast.tax, await upload(stage, cast.tax, task('tax'), file));
      },
    },
    {
      before: 37,
      play: async () => {
        const wrong = sheet('统计数据（第一次）.csv', SALES, firms.map(inYuan));
        const first = await upload(stage, cast.stats, task('stats'), wrong);
        await accept(stage, cast.stats, first);
        await takeBack(stage, cast.stats, first, '整表误按“元”填报，撤回后重报');
        const right = sheet('统计数据（更正）.xlsx', SALES, firms);
        await accept(stage, cast.stats, await upload(stage, cast.stats, task('stats'), right));
      },
    },
    {
      before: 36,
      play: async () => {
        await stage.analyze();
        await stage.as(clerk.industry, (ctx) => enterFigures(ctx, year, firms, ['not_evaluated', 'vetoed']));
        await stage.as(cast.officer, (ctx) =>
          enterFigures(ctx, year, small, ['rd', 'energy', 'emission', 'employees']),
        );
      },
    },
    {
      before: 9,
      play: async () => {
        const energy = sheet('规上综合能耗.xlsx', ENERGY, someOf(large, 0.72));
        await accept(stage, cast.stats, await upload(stage, cast.stats, task('stats'), energy));
        const research = large.map(({ one }) => ({
          credit_code: one.credit_code,
          figures: { rd: one.figures[at]?.rd ?? null },
        }));
        await accept(stage, clerk.science, await send(stage, clerk.science, task('science'), research));
        await stage.as(clerk.ecology, (ctx) => enterFigures(ctx, year, someOf(large, 0.4), ['emission']));
        await stage.as(clerk.labour, (ctx) => enterFigures(ctx, year, someOf(large, 0.8), ['employees']));
      },
    },
    {
      // One waits to be accepted, with rows that cannot be; one is no table of figures at all.
      before: 2,
      play: async () => {
        const staff = withStrangers(sheet('职工人数.xlsx', STAFF, large));
        await upload(stage, clerk.labour, task('labour'), staff);
        const notes = { name: '通讯录.csv', headers: ['科室', '联系人'], rows: [['综合科', '张某']] };
        await upload(stage, cast.stats, { period, task: null }, notes);
      },
    },
  ];
}

type Column = { readonly header: string; readonly cell: (figures: Figures | undefined) => Cell };

const TAX: readonly Column[] = [{ header: '税收（万元）', cell: (f) => f?.tax ?? null }];
const SALES: readonly Column[] = [
  { header: '销售收入（万元）', cell: (f) => f?.revenue ?? null },
  { header: '工业增加值（万元）', cell: (f) => f?.value_added ?? null },
];
const ENERGY: readonly Column[] = [{ header: '综合能耗（吨标准煤）', cell: (f) => f?.energy ?? null }];
const STAFF: readonly Column[] = [{ header: '年平均职工人数', cell: headCount }];

/** Now and then somebody wrote words where a number belongs. */
function headCount(figures: Figures | undefined): Cell {
  const employees = figures?.employees ?? null;
  if (employees === null) return '待核';
  return employees % 97 === 0 ? `约${employees}人左右` : employees;
}

/** Rows of firms that nobody here knows, as they are in every file. */
function withStrangers(file: OfficeFile): OfficeFile {
  const cells = file.headers.slice(2).map(() => 100);
  const strangers = ['91990000999999990X', '91990000999999981A'].map((code) => [
    code,
    '演示区外企业有限公司',
    ...cells,
  ]);
  return { ...file, rows: [...file.rows, ...strangers] };
}

function inYuan({ one, id }: Firm): Firm {
  const yuan = (value: number | null) => (value === null ? null : Math.round(value * 10_000));
  const figures = one.figures.map((year) => ({
    ...year,
    revenue: yuan(year.revenue),
    value_added: yuan(year.value_added),
  }));
  return { one: { ...one, figures }, id };
}
