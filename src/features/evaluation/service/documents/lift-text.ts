// What would lift an enterprise, in sentences an owner of a factory understands.
import type { Lang } from '#core/diagnostic.ts';
import { formatNumber } from '#core/number-text.ts';
import { namesOf } from '#engine/explain/show.ts';
import type { Run } from '#engine/run/evaluate.ts';
import type { FigureChange, Flip } from '#engine/simulate/flip.ts';
import type { PreparedRun } from './prepared-run.ts';

export type LiftText = {
  readonly lead: string;
  /** One way each; any of them alone is enough. */
  readonly ways: readonly string[];
};

/** Shown of all ways; and none that would multiply a figure by more than this. */
const MOST_WAYS = 4;
const FURTHEST = 5;

type LiftedRun = Pick<PreparedRun, 'run' | 'flipper' | 'hidden'>;

/** Undefined for an enterprise outside the order of classes: nothing it reports moves it. */
export function liftText(prepared: LiftedRun, row: number, lang: Lang): LiftText | undefined {
  const { run, flipper } = prepared;
  const { order = [], all = [] } = run.plan.classes ?? {};
  const current = all[run.classified.final[row] ?? -1];
  const place = current === undefined ? -1 : order.indexOf(current);
  if (current === undefined || place < 0) return undefined;
  flipper.load(row);
  const above = order[place - 1];
  if (above !== undefined) return riseText(prepared, flipper.to(above), lang);
  const below = order[place + 1];
  return { lead: stayText(current, below === undefined ? undefined : flipper.to(below), lang), ways: [] };
}

function riseText({ run, hidden }: LiftedRun, flip: Flip, lang: Lang): LiftText {
  const zh = lang === 'zh';
  const possible = flip.singles.flatMap(({ change }) =>
    change !== undefined && change.distance <= FURTHEST && isAdvice(run, change) ? [change] : [],
  );
  const near = possible.filter(({ input }) => !hidden.has(input));
  const gap = gapText(flip, lang);
  if (near.length > 0) {
    const lead = zh
      ? `${gap}在其他企业数据不变的情况下，下列任意一项单独达到，即可进入${flip.target}类：`
      : `${gap}As long as the figures of all others stay as they are, any one of the following alone is enough for class ${flip.target}:`;
    return { lead, ways: near.slice(0, MOST_WAYS).map((change) => changeText(run, change, lang)) };
  }
  if (possible.length > 0) {
    const lead = zh
      ? `${gap}能使其进入${flip.target}类的数据不在本报告的查看范围内。`
      : `${gap}The figures that would bring it to class ${flip.target} are outside what this report may show.`;
    return { lead, ways: [] };
  }
  const why = flip.obstacle === undefined ? undefined : OBSTACLES[flip.obstacle];
  const reason = zh
    ? `单独改善任何一项数据都难以进入${flip.target}类${why === undefined ? '' : `（${why.zh}）`}，需要多项指标同时改善。`
    : `No single figure is likely to bring it to class ${flip.target}${why === undefined ? '' : ` (${why.en})`}; several indicators would have to improve together.`;
  return { lead: `${gap}${reason}`, ways: [] };
}

function gapText({ target, points, rank, lastRank }: Flip, lang: Lang): string {
  const zh = lang === 'zh';
  const missing = Number.isFinite(points) ? formatNumber(points, 2) : undefined;
  const places = Number.isFinite(rank) && Number.isFinite(lastRank);
  if (zh) {
    const where = places ? `目前列第${rank}位，${target}类名额至第${lastRank}位。` : '';
    return missing === undefined ? where : `距${target}类还差${missing}分。${where}`;
  }
  const where = places ? `It is number ${rank}; class ${target} ends at number ${lastRank}. ` : '';
  return missing === undefined ? where : `It is ${missing} points short of class ${target}. ${where}`;
}

function stayText(current: string, fall: Flip | undefined, lang: Lang): string {
  const spare = fall !== undefined && Number.isFinite(fall.points) ? formatNumber(fall.points, 2) : undefined;
  if (lang === 'zh') {
    const margin = spare === undefined ? '' : `得分高出${current}类界限${spare}分，`;
    return `贵企业已列最高等级${current}类。${margin}建议保持现有水平，并关注得分低于平均的指标。`;
  }
  const margin = spare === undefined ? '' : ` Its score is ${spare} points above the border of the class.`;
  return `The enterprise is in the best class, ${current}.${margin} We suggest keeping this level and watching the indicators below the average.`;
}

/** No office tells an enterprise to dismiss people. */
function isAdvice(run: Run, { input, from, to }: FigureChange): boolean {
  const unit = run.plan.inputs.find(({ name }) => name === input)?.unit;
  return !(unit === '人' && to < from);
}

function changeText(run: Run, { input, from, shown, relative }: FigureChange, lang: Lang): string {
  const plan = run.plan.inputs.find(({ name }) => name === input);
  const name = namesOf(plan ?? {}, input)[lang];
  const unit = plan?.unit ?? '';
  const figure = (value: number): string =>
    lang === 'zh' || unit === '' ? `${plain(value)}${unit}` : `${plain(value)} ${unit}`;
  const share = Number.isNaN(relative)
    ? ''
    : `${relative < 0 ? '−' : '+'}${formatNumber(Math.abs(relative) * 100, 1)}%`;
  if (lang === 'zh') {
    if (Number.isNaN(from)) return `补报${name}，达到${figure(shown)}。`;
    const verb = shown > from ? '提高到' : '降低到';
    return `${name}由${figure(from)}${verb}${figure(shown)}${share === '' ? '' : `（${share}）`}。`;
  }
  if (Number.isNaN(from)) return `Report ${name}: ${figure(shown)}.`;
  return `${name}: from ${figure(from)} to ${figure(shown)}${share === '' ? '' : ` (${share})`}.`;
}

/** All the decimals there are, up to six: a figure that only just suffices must not be rounded back. */
function plain(value: number): string {
  const text = formatNumber(value, 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const OBSTACLES = {
  exempt: { zh: '不参加排名', en: 'it is not ranked' },
  ruled: { zh: '受一票否决等规则限制', en: 'a rule holds it where it is' },
  no_score: { zh: '没有得分', en: 'it has no score' },
  no_places: { zh: '该类没有名额', en: 'the class has no places' },
  capped: { zh: '各项得分已封顶', en: 'its items are at their caps' },
  no_effect: { zh: '数据不影响结果', en: 'its figures make no difference' },
  out_of_range: { zh: '所需变动过大', en: 'it would take too large a change' },
} as const;
