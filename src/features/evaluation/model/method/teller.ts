// What every sentence about a scheme needs: the language, and the names the scheme gives its parts.
import type { Lang } from '#core/diagnostic.ts';
import { unitName } from '#core/unit-names.ts';
import { namesOf, showNumber, withUnit } from '#engine/explain/show.ts';
import type { Plan } from '#engine/scheme/plan.ts';

export type Teller = {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly say: (zh: string, en: string) => string;
  /** Of an input, a measure, an indicator or a group. */
  readonly nameOf: (name: string) => string;
  /** `value` with a unit in the language of the sentence. */
  readonly amount: (value: number, unit: string | undefined) => string;
  readonly list: (items: readonly string[]) => string;
  /** `A 类`, `class A`. */
  readonly classOf: (letter: string) => string;
  /** Those that are evaluated: 企业, enterprises. */
  readonly subjects: string;
};

const SUBJECTS: Readonly<Record<string, { zh: string; en: string }>> = {
  enterprise: { zh: '企业', en: 'enterprises' },
  park: { zh: '园区', en: 'parks' },
  area: { zh: '地区', en: 'areas' },
  country: { zh: '国家', en: 'countries' },
};

export function tellerOf(plan: Plan, lang: Lang): Teller {
  const names = new Map(
    [...plan.inputs, ...plan.values, ...groupsOf(plan.root)].map((named) => [
      named.name,
      inSentence(namesOf(named, named.name)[lang]),
    ]),
  );
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  return {
    plan,
    lang,
    say,
    nameOf: (name) => names.get(name) ?? name,
    amount: (value, unit) => amountWords(value, unit === undefined ? '' : unitName(unit, lang)),
    list: (items) => items.join(say('、', ', ')),
    classOf: (letter) => say(`${letter} 类`, `class ${letter}`),
    subjects: (SUBJECTS[plan.scheme.subject ?? ''] ?? { zh: '对象', en: 'subjects' })[lang],
  };
}

/** A label begins with a capital only where a sentence begins with it; R&D and COD keep theirs. */
const inSentence = (label: string): string =>
  /^[A-Z][a-z ]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `26 × 10k CNY/mu`: two numbers side by side would be read as one. */
function amountWords(value: number, unit: string): string {
  if (unit === '') return showNumber(value);
  return withUnit(value, /^\d/.test(unit) ? `× ${unit}` : unit);
}

type Group = Plan['root'];

function groupsOf(root: Group): Group[] {
  return root.children.flatMap((child) => (child.kind === 'group' ? [child, ...groupsOf(child)] : []));
}
