// Words of the charts of a run.
import { words } from '#web/words/words.ts';

export const CHARTS = words({
  answerBest: (park: string, letter: string, share: string, zone: string) => [
    `${park}的 ${letter} 类占比最高，为 ${share}；全区 ${zone}`,
    `${park} has the largest share of class ${letter}: ${share}; the zone ${zone}`,
  ],
  distribution: ['等级分布', 'Classes'],
  by: ['按', 'By'],
  park: ['园区', 'Park'],
  industry: ['行业', 'Industry'],
  scale: ['规模', 'Scale'],
  above_scale: ['规上', 'Above scale'],
  below_scale: ['规下', 'Below scale'],
  none: ['未填', 'None'],
  distributionHint: [
    '单位：%；按最优等级占比由高到低；点击色块看名单',
    'In %; largest share of the best class first; click a part for its list',
  ],
  distributionLabel: (by: string) => [`按${by}的等级占比`, `Shares of classes by ${by}`],
  total: ['家数', 'Enterprises'],
  transition: ['比上年等级变化', 'Classes since last year'],
  transitionHint: [
    '单位：家；行为上年等级，列为本年等级；点击看名单；不含已退出评价的企业',
    'Enterprises; rows: last year, columns: this year; click for the list; without those who left',
  ],
  transitionLabel: ['上年等级到本年等级的流向', 'Flows from last year’s to this year’s classes'],
  lastYear: ['上年', 'Last year'],
  thisYear: ['本年', 'This year'],
  noClass: ['无', 'none'],
  noLast: ['没有上年终稿，无法比较', 'There is no final list of the year before'],
  scatter: ['两项指标对照', 'Two indicators'],
  scatterHint: [
    '虚线为中位数；滚轮缩放，拖动平移，点击看该企业',
    'Dashed: medians; wheel zooms, dragging moves, a click opens the enterprise',
  ],
  scatterLabel: (x: string, y: string, n: string) => [
    `${n} 家企业的${x}与${y}`,
    `${x} and ${y} of ${n} enterprises`,
  ],
  x: ['横轴', 'Across'],
  y: ['纵轴', 'Up'],
  median: ['中位数', 'median'],
  log: ['对数', 'log'],
  left: (n: string) => [
    `${n} 家缺数据或不能在对数轴上画出`,
    `${n} are not shown: no value, or none a log axis can show`,
  ],
  quadrant: (x: string, high: boolean, y: string, top: boolean) => [
    `${x}${high ? '高' : '低'}、${y}${top ? '高' : '低'}`,
    `${high ? 'high' : 'low'} ${x}, ${top ? 'high' : 'low'} ${y}`,
  ],
  firms: (n: string) => [`${n} 家`, n],
  histogram: ['得分分布', 'Scores'],
  histogramHint: [
    '单位：家；虚线为档线；点击看名单',
    'Enterprises; dashed: borders of classes; click for the list',
  ],
  histogramLabel: ['综合得分分布和档线', 'How scores are spread, with the borders of classes'],
  scoreFrom: ['得分自', 'Score from'],
  tooFew: ['可见企业太少，不作图', 'Too few enterprises are in sight for charts'],
});
