// Words of the explanation of a score and a class.
import { words } from '#web/words/words.ts';

export const WHY = words({
  summary: (score: string, rank: string, total: string) =>
    rank === ''
      ? [`综合得分 ${score}，不参加排名`, `Score ${score}, not ranked`]
      : [`综合得分 ${score}，${total} 家中列第 ${rank} 位`, `Score ${score}, number ${rank} of ${total}`],
  summaryRank: (score: string, rank: string) => [
    `综合得分 ${score}，列第 ${rank} 位`,
    `Score ${score}, number ${rank}`,
  ],
  noScore: ['没有得分，不参加排名', 'No score, not ranked'],
  last: (before: string) => [`上年 ${before}`, `year before: ${before}`],
  dYears: (n: string) => [`截至本年已连续 ${n} 年列 D 类`, `In class D for ${n} years in a row`],
  classTitle: ['等级由来', 'How the class came about'],
  scoreTitle: ['得分构成', 'What the score is made of'],
  scoreAside: ['点击一项看算式和数据来源', 'Open an item for its formula and where its figures come from'],
  item: ['项目', 'Item'],
  value: ['数值', 'Value'],
  points: ['计分', 'Points'],
  medianPoints: ['中位', 'Median'],
  total: ['合计', 'Total'],
  addsUp: (parts: string) => [`各项相加等于综合得分 ${parts}`, `The parts add up to the score ${parts}`],
  addsUpNot: (parts: string, score: string) => [
    `各项相加为 ${parts}，与综合得分 ${score} 不符，请核验本次计算`,
    `The parts add up to ${parts}, not to the score ${score}: verify this run`,
  ],
  noParts: [
    '本方案按两两比较计分，得分不能拆成各项之和',
    'This scheme compares in pairs: its score is no sum of parts',
  ],
  weight: ['权重', 'Weight'],
  formula: ['算式', 'Formula'],
  lastYear: (name: string) => [`${name}（上年）`, `${name} (year before)`],
  showSource: ['查来源', 'Where from'],
  hideSource: ['收起', 'Close'],
  hidden: ['无权查看', 'Not for your role'],
  declared: ['企业申报', 'Declared'],
  verified: ['部门核定', 'Verified'],
  adopted: ['评价采用', 'Adopted'],
  changedSince: (now: string) => [
    `冻结后已改为 ${now}，本次计算仍用冻结时的值`,
    `Changed to ${now} since it was frozen; this run uses the frozen value`,
  ],
  fromRegistry: [
    '来自企业与用地登记，不是归集数据',
    'Comes from the register of enterprises and land, not from collection',
  ],
  toEnterprise: ['查看企业档案', 'Open the enterprise'],
  changes: ['修改痕迹', 'History'],
  noChanges: ['没有修改记录', 'No change on record'],
  cell: (file: string, row: string, column: string) =>
    column === ''
      ? [`${file} 第 ${row} 行`, `${file}, row ${row}`]
      : [`${file} 第 ${row} 行“${column}”列`, `${file}, row ${row}, column "${column}"`],
  byHand: ['人工录入', 'Entered by hand'],
  mergedFrom: ['来自被合并的企业记录', 'From a record that was merged into this one'],
  lagSource: ['上年数据，见上年数据归集', 'A figure of the year before'],
});
