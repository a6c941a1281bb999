// An explanation as lines of text, indented by depth.
import type { Lang } from '#core/diagnostic.ts';
import { showPoints } from './show.ts';
import type { ExplainNode, Explanation } from './tree.ts';

export function renderExplanation(explanation: Explanation, lang: Lang): string[] {
  const lines: string[] = [];
  const visit = (node: ExplainNode, depth: number): void => {
    const part =
      node.part === undefined || depth === 0
        ? ''
        : `${node.part < 0 ? '−' : '+'}${showPoints(Math.abs(node.part))}`;
    lines.push(`${'  '.repeat(depth)}${part === '' ? '' : `${part}  `}${node[lang]}`);
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(explanation.tree, 0);
  const heading = lang === 'zh' ? '分类：' : 'class: ';
  explanation.classSteps.forEach((step, i) => lines.push(`${i === 0 ? heading : '  '}${step[lang]}`));
  return lines;
}
