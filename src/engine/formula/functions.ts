// Every function a formula may call, as one table: how many arguments it takes and what it means. README.md shows the same table.

type FunctionSpec = {
  readonly least: number;
  /** Absent where there is no upper limit. */
  readonly most?: number;
  readonly example: string;
  readonly zh: string;
  readonly en: string;
};

export const FUNCTIONS = {
  if: {
    least: 3,
    most: 3,
    example: 'if(land > 0, tax / land, 0)',
    zh: '条件成立取第二项，不成立取第三项；条件无数据则无数据',
    en: 'the second argument where the condition holds, else the third; absent where the condition is',
  },
  min: {
    least: 1,
    example: 'min(tax, 100)',
    zh: '两项以上：逐户取最小；一项：全体（或 by 分组）的最小值',
    en: 'two or more arguments: the smallest in each row; one: the smallest of all rows, or of a group with by',
  },
  max: {
    least: 1,
    example: 'max(profit, 0)',
    zh: '两项以上：逐户取最大；一项：全体（或 by 分组）的最大值',
    en: 'two or more arguments: the largest in each row; one: the largest of all rows, or of a group with by',
  },
  abs: { least: 1, most: 1, example: 'abs(profit)', zh: '绝对值', en: 'absolute value' },
  round: {
    least: 1,
    most: 2,
    example: 'round(tax / land, 2)',
    zh: '四舍五入到指定的小数位（负数亦按绝对值舍入），缺省为整数',
    en: 'rounds half away from zero to so many decimals, none by default',
  },
  ln: {
    least: 1,
    most: 1,
    example: 'ln(revenue)',
    zh: '自然对数；不大于零则无数据',
    en: 'natural logarithm; absent unless positive',
  },
  log10: {
    least: 1,
    most: 1,
    example: 'log10(revenue)',
    zh: '常用对数；不大于零则无数据',
    en: 'decimal logarithm; absent unless positive',
  },
  sqrt: {
    least: 1,
    most: 1,
    example: 'sqrt(rd / revenue)',
    zh: '平方根；负数则无数据',
    en: 'square root; absent for a negative number',
  },
  exp: {
    least: 1,
    most: 1,
    example: 'exp(rd / revenue)',
    zh: '自然指数',
    en: 'e to the power of the argument',
  },
  present: {
    least: 1,
    most: 1,
    example: 'present(emission)',
    zh: '是否有数据',
    en: 'whether there is a value',
  },
  coalesce: {
    least: 2,
    example: 'coalesce(emission, 0)',
    zh: '各项中第一个有数据的值',
    en: 'the first argument that is present',
  },
  starts_with: {
    least: 2,
    most: 2,
    example: "starts_with(industry, 'C26')",
    zh: '分类或文本是否以给定文字开头',
    en: 'whether a category or text begins with the given text',
  },
  growth: {
    least: 1,
    most: 1,
    example: 'growth(revenue)',
    zh: '比上期增长：x / x[-1] - 1',
    en: 'growth over the previous period: x / x[-1] - 1',
  },
  date: {
    least: 1,
    most: 1,
    example: "founded < date('2022-01-01')",
    zh: '日期常量，用于与日期比较',
    en: 'a fixed date to compare dates with',
  },
  mean: { least: 1, most: 1, example: 'mean(tax by industry)', zh: '平均值', en: 'mean' },
  sum: { least: 1, most: 1, example: 'sum(tax by [park, industry])', zh: '合计', en: 'sum' },
  median: { least: 1, most: 1, example: 'median(tax)', zh: '中位数', en: 'median' },
  count: {
    least: 1,
    most: 1,
    example: 'count(tax by park)',
    zh: '有数据的户数',
    en: 'how many rows have a value',
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Computed over all rows or a group; `min` and `max` are so with one argument. */
export type StatisticName = 'mean' | 'sum' | 'median' | 'count' | 'min' | 'max';

const STATISTICS: readonly string[] = [
  'mean',
  'sum',
  'median',
  'count',
  'min',
  'max',
] satisfies StatisticName[];

/** Computed row by row. `growth` and `date` are shorthands the parser writes out. */
export type CallName = Exclude<FunctionName, 'mean' | 'sum' | 'median' | 'count' | 'growth' | 'date'>;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

export function isStatisticName(name: string): name is StatisticName {
  return STATISTICS.includes(name);
}

/** The table as a list, for help pages and editors. */
export function listFunctions(): (FunctionSpec & { readonly name: string })[] {
  return Object.entries(FUNCTIONS).map(([name, spec]) => ({ name, ...spec }));
}
