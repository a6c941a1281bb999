// Flip distances in sentences: 差多少升A.
import { formatNumber } from '#core/number-text.ts';
import type { Lang } from '#core/diagnostic.ts';
import { namesOf } from '../explain/show.ts';
import type { Run } from '../run/evaluate.ts';
import type { FigureChange, Flip } from './flip.ts';

/** The answer first, then one line per way: single figures nearest first, and the best pair. */
export function describeFlip(flip: Flip, run: Run, lang: Lang): string[] {
  const zh = lang === 'zh';
  const { from = '—', target } = flip;
  const head = `${flip.id}${zh ? '：' : ': '}${from} → ${target}`;
  if (flip.reached) return [`${head}${zh ? '，已经达到' : ', already there'}`];
  const lines = [`${head}${standing(flip, lang)}`];
  if (!flip.reachable) {
    const why = flip.obstacle === undefined ? '' : OBSTACLES[flip.obstacle][lang];
    return [
      ...lines,
      `  ${zh ? '单项数据怎样变动都达不到' : 'no change of a figure reaches it'}${why === '' ? '' : `${zh ? '：' : ': '}${why}`}`,
    ];
  }
  for (const { change, proven } of flip.singles) {
    if (change === undefined) continue;
    const doubt = proven
      ? ''
      : zh
        ? '（抽样所得，可能有更小的变动）'
        : ' (found by sampling; there may be a smaller one)';
    lines.push(`  ${changeText(change, run, lang)}${doubt}`);
  }
  if (flip.pair !== undefined) {
    const both = flip.pair.changes
      .map((change) => changeText(change, run, lang))
      .join(zh ? '，同时' : ', and ');
    lines.push(`  ${zh ? '两项同时变动：' : 'two together: '}${both}`);
  }
  return lines;
}

function standing({ points, rank, lastRank, way }: Flip, lang: Lang): string {
  const zh = lang === 'zh';
  const parts: string[] = [];
  if (!Number.isNaN(points)) {
    const amount = formatNumber(Math.abs(points), 4);
    if (way === 'rise') parts.push(zh ? `还差 ${amount} 分` : `${amount} points short`);
    else parts.push(zh ? `还有 ${amount} 分余量` : `${amount} points to spare`);
  }
  if (!Number.isNaN(rank) && !Number.isNaN(lastRank)) {
    parts.push(
      zh
        ? `现列第 ${rank} 位，界限在第 ${lastRank} 位`
        : `now at rank ${rank}, the border is rank ${lastRank}`,
    );
  }
  return parts.map((part) => (zh ? `，${part}` : `, ${part}`)).join('');
}

/** `税收由 812.00 万元增至 903.45 万元（+11.26%）`, with figures that can be written down and still do it. */
function changeText({ input, from, shown, relative }: FigureChange, run: Run, lang: Lang): string {
  const plan = run.plan.inputs.find(({ name }) => name === input);
  const name = namesOf(plan ?? {}, input)[lang];
  const unit = plan?.unit === undefined || plan.unit === '' ? '' : ` ${plan.unit}`;
  const share = Number.isNaN(relative)
    ? ''
    : `${relative < 0 ? '−' : '+'}${formatNumber(Math.abs(relative) * 100, 2)}%`;
  const figure = (value: number): string => `${plainNumber(value)}${unit}`;
  if (Number.isNaN(from))
    return lang === 'zh' ? `${name}补报为 ${figure(shown)}` : `${name} reported as ${figure(shown)}`;
  if (lang === 'zh') {
    const verb = shown > from ? '增至' : '减至';
    return `${name}由 ${figure(from)}${verb} ${figure(shown)}${share === '' ? '' : `（${share}）`}`;
  }
  return `${name} from ${figure(from)} to ${figure(shown)}${share === '' ? '' : ` (${share})`}`;
}

/** All the decimals the figure has, up to six: rounding here would undo a change that only just suffices. */
function plainNumber(value: number): string {
  const text = formatNumber(value, 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

const OBSTACLES = {
  exempt: { zh: '不参加排名', en: 'it is not ranked' },
  ruled: { zh: '受一票否决或保护等规则限制', en: 'a rule holds it where it is' },
  no_score: { zh: '没有得分', en: 'it has no score' },
  no_places: { zh: '该类没有名额', en: 'the class has no places' },
  capped: { zh: '各项已封顶', en: 'its items are at their caps' },
  no_effect: { zh: '数据不影响结果', en: 'the figures make no difference' },
  out_of_range: { zh: '所需变动超出查找范围', en: 'it would take more than the range searched' },
} as const;
