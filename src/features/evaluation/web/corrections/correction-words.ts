// Words of corrections after publication.
import { words } from '#web/words/words.ts';

export const CORRECTIONS = words({
  answer: (open: string) =>
    open === '0'
      ? ['没有待复签的公布后更正', 'No correction waits for a signature']
      : [`${open} 件公布后更正待复签`, `${open} corrections wait for a signature`],
  listHint: [
    '更正由一人提出、另一人复签；复签后另发一份名单，原名单保留。',
    'One person proposes a correction, another signs it; then another list is published and the old one stays.',
  ],
  label: ['更正列表', 'List of corrections'],
  list: ['更正的名单', 'List corrected'],
  state: ['状态', 'State'],
  proposed: ['待复签', 'To be signed'],
  signed: ['已公布', 'Published'],
  sent_back: ['已退回', 'Sent back'],
  reason: ['更正理由', 'Why it is corrected'],
  by: ['提出人', 'Proposed by'],
  at: ['提出时间', 'Proposed'],
  empty: ['还没有公布后更正', 'Nothing was corrected after publication'],
  emptyHint: [
    '在“公示与公布”里对最新名单点“公布后更正”提出。',
    'Propose one by “Correct” at the latest list in “Published lists”.',
  ],
  back: ['返回更正列表', 'Back to the corrections'],
  oneAnswer: (moved: string, ranks: string) =>
    moved === '0'
      ? [`没有企业变更等级，${ranks} 家名次变动`, `Nobody changes class; ${ranks} places move`]
      : [
          `${moved} 家企业变更等级，${ranks} 家名次变动`,
          `${moved} enterprises change class; ${ranks} places move`,
        ],
  noScores: [
    '得分没有任何变化：数据可能还没有改。请核对后再复签。',
    'No score changes: perhaps the figures were not corrected yet. Check before signing.',
  ],
  scoresMoved: (n: string) => [`${n} 家得分变化`, `${n} scores change`],
  proposal: (name: string) => [`${name} 提出更正`, `${name} proposes the correction`],
  decided: (name: string, act: string) => [`${name}：${act}`, `${name}: ${act}`],
  figures: ['更正的数据', 'Figures corrected'],
  figuresLabel: ['更正的数据列表', 'List of figures corrected'],
  noFigures: [
    '两份名单上企业的测算数据没有差别；变化来自企业的增减或手工调整。',
    'The figures of enterprises on both lists are the same; what changes comes from who is on the list, or from changes by hand.',
  ],
  firstFigures: (shown: string, all: string) => [
    `共 ${all} 项，列出前 ${shown} 项`,
    `The first ${shown} of ${all} figures`,
  ],
  figure: ['数据项', 'Figure'],
  unit: ['单位', 'Unit'],
  figureBefore: ['原数据', 'Was'],
  figureAfter: ['更正后', 'Is'],
  figureChange: ['增减', 'Change'],
  classes: ['各等级企业数', 'Enterprises by class'],
  class: ['等级', 'Class'],
  noClass: ['不定级', 'Without class'],
  before: ['现名单（家）', 'On the list'],
  after: ['更正后（家）', 'Corrected'],
  change: ['增减（家）', 'Change'],
  moves: ['等级变化的企业', 'Who changes class'],
  movesLabel: ['等级变化的企业列表', 'List of enterprises that change class'],
  noMoves: ['没有企业变更等级。', 'Nobody changes class.'],
  firstMoves: (shown: string, all: string) => [
    `共 ${all} 家，列出名次在前的 ${shown} 家`,
    `The first ${shown} of ${all} by place`,
  ],
  enterprise: ['企业', 'Enterprise'],
  classBefore: ['原等级', 'Class was'],
  classAfter: ['新等级', 'Class will be'],
  scoreBefore: ['原得分', 'Score was'],
  scoreAfter: ['新得分', 'Score will be'],
  rankBefore: ['原名次', 'Place was'],
  rankAfter: ['新名次', 'Place will be'],
  decide: ['复签', 'Signing'],
  sign: ['同意并公布', 'Sign and publish'],
  signHint: [
    '将以本次测算结果另发一份更正名单，原名单保留，不能撤回。',
    'Publishes a corrected list with exactly these results; the old one stays. It cannot be taken back.',
  ],
  sendBack: ['退回', 'Send back'],
  sendBackHint: ['不公布；提出人可以改正后重新提出。', 'Nothing is published; it can be proposed again.'],
  otherPerson: ['由您提出，须由另一人复签。', 'You proposed it; another person has to sign.'],
  publishing: ['正在公布更正名单', 'Publishing the corrected list'],
  published: ['更正名单已公布', 'The corrected list is published'],
  seeList: ['查看名单', 'See the lists'],
});
