// Formulas as people read them: 税收 ÷ 用地面积 instead of tax / land.
import type { Lang } from '#core/diagnostic.ts';
import { namesOf } from '#engine/explain/show.ts';
import type { ExplainNode } from '#engine/explain/tree.ts';
import type { Run } from '#engine/run/evaluate.ts';

const SIGNS: Readonly<Record<string, string>> = { '/': ' ÷ ', '*': ' × ', '+': ' + ', '-': ' − ' };

/** The sentence of a node, with the names of the scheme in its formula put into words. */
export function readableFormula({ plan }: Run, node: ExplainNode, lang: Lang): string {
  const indicator = plan.indicators.find(({ name }) => name === node.name);
  const end = lang === 'zh' ? '。' : '.';
  if (node.kind !== 'indicator' || indicator === undefined) return `${node[lang]}${end}`;
  const labels = new Map(
    [...plan.inputs, ...plan.values].map((source) => [source.name, namesOf(source, source.name)[lang]]),
  );
  const words = indicator.text
    .replace(/\s*([-+*/])\s*/g, (_, sign: string) => SIGNS[sign] ?? sign)
    .replace(/[A-Za-z_]\w*/g, (name) => labels.get(name) ?? name);
  return `${node[lang].replace(`${indicator.text} = `, () => `${words} = `)}${end}`;
}
