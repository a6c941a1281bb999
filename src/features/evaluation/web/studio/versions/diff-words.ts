// Differences between versions as sentences: 亩均税收 权重 30 → 35.
import type { Path } from '#core/diagnostic.ts';
import type { Pair } from '#web/words/words.ts';
import type { Difference } from './scheme-diff.ts';

export const FIELDS = {
  scheme: ['方案名', 'Name'],
  version: ['版次', 'Version'],
  title: ['标题', 'Title'],
  basis: ['依据', 'Basis'],
  note: ['说明', 'Note'],
  period: ['年度', 'Period'],
  subject: ['评价对象', 'Subject'],
  parameters: ['参数', 'Parameter'],
  inputs: ['输入项', 'Input'],
  measures: ['中间值', 'Measure'],
  indicators: ['指标', 'Indicator'],
  weight_total: ['权重合计', 'Weights add up to'],
  tree: ['指标体系', 'Tree'],
  children: ['下级', 'Children'],
  adjustments: ['加减分', 'Adjustments'],
  coefficient: ['修正系数', 'Coefficient'],
  bonus: ['加分', 'Bonus'],
  penalty: ['减分', 'Penalty'],
  round: ['小数', 'Rounding'],
  classes: ['分类', 'Classes'],
  names: ['名称', 'Names'],
  pool: ['排名组', 'Pools'],
  pool_quotas: ['分组比例', 'Quotas by pool'],
  exempt: ['不参加排名', 'Exemption'],
  ties: ['同分', 'Ties'],
  tied: ['并列', 'Equal ranks'],
  quotas: ['比例', 'Quota'],
  thresholds: ['分数线', 'Threshold'],
  conditions: ['条件', 'Condition'],
  rules: ['规则', 'Rule'],
  rounding: ['名额取整', 'Rounding of places'],
  zh: ['中文名', 'Chinese label'],
  en: ['英文名', 'English label'],
  value: ['公式', 'Formula'],
  unit: ['单位', 'Unit'],
  weight: ['权重', 'Weight'],
  better: ['方向', 'Direction'],
  score: ['计分', 'Scoring'],
  ratio: ['基准值', 'Baseline'],
  reverse_ratio: ['基准值', 'Baseline'],
  times: ['基准倍数', 'Multiple of the baseline'],
  of: ['基准统计', 'Statistic of the baseline'],
  cap: ['上限', 'Cap'],
  floor: ['下限', 'Floor'],
  out_of: ['满值', 'Full value'],
  by: ['分组', 'By'],
  last_year: ['取上年', 'Last year'],
  where: ['范围', 'Only where'],
  missing: ['无数据时', 'When absent'],
  zero: ['为零时', 'When zero'],
  negative: ['为负时', 'When negative'],
  treat: ['异常值处理', 'Outliers'],
  type: ['类型', 'Type'],
  min: ['最小值', 'Minimum'],
  max: ['最大值', 'Maximum'],
  optional: ['可空白', 'May be absent'],
  exclusive: ['不含边界', 'Bounds excluded'],
  values: ['取值', 'Values'],
  published: ['办法写明', 'Stated in the document'],
  when: ['条件', 'When'],
  points: ['分数', 'Points'],
  group: ['取高组', 'Group'],
  class: ['等级', 'Class'],
  counts_as: ['占名额', 'Counts as'],
  at_most: ['最高', 'At most'],
  at_least: ['最低', 'At least'],
  set: ['直接定为', 'Set to'],
  alternatives: ['另列的排名', 'Other rankings'],
  aggregate: ['汇总', 'Aggregation'],
  weighting: ['赋权', 'Weighting'],
} as const satisfies Readonly<Record<string, Pair>>;

type FieldName = keyof typeof FIELDS;

const isField = (key: string): key is FieldName => Object.hasOwn(FIELDS, key);

/** What is no field of ours is a name that the scheme gives. */
export const fieldWord = (key: string): Pair => (isField(key) ? FIELDS[key] : [key, key]);

/** Both languages at once, each complete. `label` gives the label of a named thing of either version. */
export function differenceText(difference: Difference, label: (path: Path) => Pair | undefined): Pair {
  const [zhPlace, enPlace] = placeText(difference.path, label);
  const [before, after] = [shown(difference.before), shown(difference.after)];
  switch (difference.kind) {
    case 'changed':
      return [`${zhPlace} ${before} → ${after}`, `${enPlace}: ${before} → ${after}`];
    case 'added':
      return [`增加 ${zhPlace}：${after}`, `Added ${enPlace}: ${after}`];
    case 'removed':
      return [`删去 ${zhPlace}：${before}`, `Removed ${enPlace}: ${before}`];
    case 'reordered':
      return [`${zhPlace} 次序改变`, `${enPlace}: another order`];
  }
}

/** Named things by their label, sections and fields by their words; a section is left out before a thing that has a label. */
function placeText(path: Path, label: (path: Path) => Pair | undefined): Pair {
  const parts: Pair[] = [];
  path.forEach((key, i) => {
    const named = label(path.slice(0, i + 1));
    if (named !== undefined) {
      if (i === 1 && path.length > 2) parts.pop();
      parts.push(named);
    } else if (typeof key === 'number') parts.push([`第 ${key + 1} 条`, `no. ${key + 1}`]);
    else if (isField(key)) {
      // 计分 基准值 says no more than 基准值.
      if (key === 'score' && i + 1 < path.length) return;
      parts.push(FIELDS[key]);
    } else parts.push([key, key]);
  });
  return [parts.map(([zh]) => zh).join(' '), parts.map(([, en]) => en).join(' ')];
}

const SHOWN = 120;

function shown(value: unknown): string {
  const text = written(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Maps and lists without braces: a sentence, not code. */
function written(value: unknown): string {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(written).join(', ');
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(', ');
}

/** Labels of inputs, indicators, parameters and groups, as either version has them. */
export function labelsOf(...versions: readonly unknown[]): (path: Path) => Pair | undefined {
  return (path) => {
    if (path.length < 2 || typeof path.at(-1) === 'number') return undefined;
    const isThing =
      (path.length === 2 && ['inputs', 'parameters', 'measures', 'indicators'].includes(String(path[0]))) ||
      (path.at(-2) === 'children' && path[0] === 'tree');
    const isClass = path[0] === 'classes' && /^[A-Z][A-Z0-9]{0,2}$/.test(String(path.at(-1)));
    if (isClass) return [`${path.at(-1)} 类`, `class ${path.at(-1)}`];
    if (!isThing) return undefined;
    const at: Path = path[0] === 'tree' ? ['indicators', String(path.at(-1))] : path;
    for (const version of versions) {
      const found = at.reduce<unknown>(
        (inner, key) =>
          typeof inner === 'object' && inner !== null
            ? (inner as Record<string | number, unknown>)[key]
            : undefined,
        version,
      );
      if (typeof found !== 'object' || found === null) continue;
      const { zh, en } = found as { zh?: unknown; en?: unknown };
      const name = String(path.at(-1));
      return [typeof zh === 'string' ? zh : name, typeof en === 'string' ? en : name];
    }
    return undefined;
  };
}
