// How the total becomes a class, in words: who is ranked with whom, which share is in which class, what settles it outright.
import { namesOf, showNumber } from '#engine/explain/show.ts';
import type { ClassesPlan, ConditionPlan, QuotaPlan, RulePlan } from '#engine/scheme/plan.ts';
import { references } from '#engine/formula/analyse.ts';
import { conditionOf, formulaWords, labelOr } from './formula-words.ts';
import { capital, type Teller } from './teller.ts';

export function classWords(t: Teller, classes: ClassesPlan): string[] {
  const { pool, quotas, poolQuotas, thresholds, ties, conditions, order } = classes;
  const pools = t.list(pool.map(t.nameOf));
  return [
    ...(pool.length === 0
      ? []
      : [t.say(`${pools}相同的${t.subjects}在一起排名。`, `Ranked within the same ${pools}.`)]),
    ...(quotas === undefined ? [] : [quotaWords(t, classes, quotas)]),
    ...poolQuotas.map((entry) => `${entry.pool}${t.say('：', ': ')}${quotaWords(t, classes, entry.quotas)}`),
    ...(thresholds === undefined ? [] : [thresholdWords(t, classes, thresholds)]),
    ...(ties.length === 0 ? [] : [tieWords(t, ties)]),
    ...[...conditions].map(([letter, condition]) => {
      const below = order[order.indexOf(letter) + 1];
      const met = formulaWords(t, condition.expr);
      return t.say(
        `列 ${letter} 类还须满足：${met}；不满足的${below === undefined ? '降一档' : `列 ${below} 类`}。`,
        `${capital(t.classOf(letter))} also needs: ${met}; otherwise ${below === undefined ? 'one class lower' : t.classOf(below)}.`,
      );
    }),
  ];
}

/** `A 类（优先发展类）`. */
function named(t: Teller, { labels }: ClassesPlan, letter: string): string {
  const label = namesOf(labels.get(letter) ?? {}, '')[t.lang];
  if (label === '') return t.classOf(letter);
  // Brackets within brackets are hard to read.
  const bare = label.replace(/\s*[（(](.*)[）)]$/, t.say('，$1', ', $1'));
  return `${t.classOf(letter)}${t.say(`（${bare}）`, ` (${bare})`)}`;
}

const BILLION = 1_000_000_000;

function quotaWords(t: Teller, classes: ClassesPlan, { classes: letters, cumulative }: QuotaPlan): string {
  const parts = letters.map((letter, i) => {
    const share = `${showNumber(((cumulative[i] ?? 0) - (cumulative[i - 1] ?? 0)) / (BILLION / 100))}%`;
    const place =
      i === 0
        ? t.say(`前 ${share}`, `the first ${share}`)
        : i === letters.length - 1
          ? t.say(`最后 ${share}`, `the last ${share}`)
          : t.say(`其后 ${share}`, `the next ${share}`);
    return t.say(`${place} 为 ${named(t, classes, letter)}`, `${place} ${named(t, classes, letter)}`);
  });
  return t.say(
    `按总分从高到低排名，${parts.join('，')}。`,
    `Ranked by the total from the highest: ${parts.join(', ')}.`,
  );
}

function thresholdWords(
  t: Teller,
  classes: ClassesPlan,
  thresholds: NonNullable<ClassesPlan['thresholds']>,
): string {
  const parts = thresholds.map(({ class: letter, from }, i) => {
    const above = thresholds[i - 1]?.from;
    const isLast = i === thresholds.length - 1 && above !== undefined && from <= 0;
    const limit = isLast
      ? t.say(`低于 ${showNumber(above)}`, `below ${showNumber(above)}`)
      : t.say(`达到 ${showNumber(from)}`, `from ${showNumber(from)}`);
    return t.say(`${limit} 为 ${named(t, classes, letter)}`, `${limit} ${named(t, classes, letter)}`);
  });
  return t.say(`按总分定等级，${parts.join('，')}。`, `By the total: ${parts.join(', ')}.`);
}

function tieWords(t: Teller, ties: ClassesPlan['ties']): string {
  const by = ties.map(({ name, descending }) =>
    descending
      ? t.say(`${t.nameOf(name)}（高者在前）`, `${t.nameOf(name)} (higher first)`)
      : t.say(`${t.nameOf(name)}（低者在前）`, `${t.nameOf(name)} (lower first)`),
  );
  return t.say(
    `总分相同的，依次比较${by.join('、')}。`,
    `Equal totals are ordered by ${by.join(', then ')}.`,
  );
}

/** What is settled whatever the score: who is not ranked, who cannot be above or below a class, what leads to the last one. */
export function outrightWords(t: Teller, classes: ClassesPlan): string[] {
  const { exempt, rules, order } = classes;
  const last = order.at(-1);
  const toLast = rules.some(({ effect, class: letter }) => effect !== 'at_least' && letter === last);
  const conditions = [...exempt, ...rules];
  return [
    ...exempt.map((one) => {
      const taken =
        one.countsAs === undefined
          ? ''
          : t.say(`，占用 ${one.countsAs} 类名额`, `, taking a place of class ${one.countsAs}`);
      return t.say(
        `${labelOr(t, one, one.expr)}：不参加排名，列 ${named(t, classes, one.class)}${taken}。`,
        `${capital(labelOr(t, one, one.expr))}: not ranked, ${named(t, classes, one.class)}${taken}.`,
      );
    }),
    ...rules.map(
      (rule) =>
        `${capital(labelOr(t, rule, rule.expr))}${t.say('：', ': ')}${effectWords(t, rule, last)}${t.say('。', '.')}`,
    ),
    ...definitions(t, conditions),
    ...(toLast || last === undefined
      ? []
      : [
          t.say(
            `没有不看得分、直接列为 ${last} 类的情形。`,
            `Nothing leads to class ${last} outright, whatever the score.`,
          ),
        ]),
  ];
}

function effectWords(t: Teller, { effect, class: letter }: RulePlan, last: string | undefined): string {
  if (effect === 'at_least')
    return t.say(`无论得分多低，至少列 ${letter} 类`, `at least class ${letter}, however low the score`);
  if (effect === 'set' || letter === last)
    return t.say(`不看得分，直接列 ${letter} 类`, `class ${letter} outright, whatever the score`);
  return t.say(`无论得分多高，最高列 ${letter} 类`, `class ${letter} at most, however high the score`);
}

/** A label such as 一票否决 says nothing by itself; what it stands for follows once. */
function definitions(t: Teller, conditions: readonly ConditionPlan[]): string[] {
  const names = new Set(conditions.flatMap(({ expr }) => references(expr).map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const when = conditionOf(t, name);
    return when === undefined
      ? []
      : [
          t.say(
            `${t.nameOf(name)}是指：${formulaWords(t, when)}。`,
            `${capital(t.nameOf(name))} means: ${formulaWords(t, when)}.`,
          ),
        ];
  });
}
