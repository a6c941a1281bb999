// The answer in one line: how many subjects, how many in each class.
import { formatNumber } from '#core/number-text.ts';
import type { Lang } from '#core/diagnostic.ts';
import type { Run } from '#engine/run/evaluate.ts';

export function classCounts(run: Run): Record<string, number> {
  const counts: Record<string, number> = {};
  run.plan.classes?.all.forEach((name, position) => {
    let count = 0;
    for (let row = 0; row < run.rows; row++) if (run.final[row] === position) count++;
    counts[name] = count;
  });
  return counts;
}

export function summaryLine(run: Run, lang: Lang): string {
  const { title, scheme } = run.plan.scheme;
  const name = (lang === 'zh' ? (title.zh ?? title.en) : (title.en ?? title.zh)) ?? scheme;
  const ranked = run.classified.ranking.order.length;
  const head =
    lang === 'zh'
      ? `${name}：共 ${run.rows} 个，参加排名 ${ranked} 个`
      : `${name}: ${run.rows} subjects, ${ranked} ranked`;
  const counts = Object.entries(classCounts(run)).map(([letter, count]) => {
    const share = run.rows === 0 ? 0 : (100 * count) / run.rows;
    return lang === 'zh'
      ? `${letter} ${count}（${formatNumber(share, 1)}%）`
      : `${letter} ${count} (${formatNumber(share, 1)}%)`;
  });
  return counts.length === 0
    ? head
    : `${head}${lang === 'zh' ? '；' : '; '}${counts.join(lang === 'zh' ? '、' : ', ')}`;
}
