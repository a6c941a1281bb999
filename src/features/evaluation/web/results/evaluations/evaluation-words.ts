// Words of evaluations and the steps of their lives.
import { words } from '#web/words/words.ts';

export const EVALUATION = words({
  kicker: ['评价批次', 'Evaluations'],
  answer: (n: string, running: string) =>
    running === '0'
      ? [`共 ${n} 个评价批次，全部办结`, `${n} evaluations, all of them concluded`]
      : [`共 ${n} 个评价批次，${running} 个正在进行`, `${n} evaluations, ${running} under way`],
  none: ['还没有评价批次', 'No evaluation yet'],
  noneHint: ['选定年度和方案后即可发起。', 'Choose a year and a scheme to begin one.'],
  begin: ['发起评价', 'Begin an evaluation'],
  year: (period: string) => [`${period}年度`, period],
  name: ['名称', 'Name'],
  period: ['评价年度', 'Year'],
  scheme: ['评价方案', 'Scheme'],
  schemeDraft: ['（未批准）', '(not approved)'],
  scope: ['评价范围', 'Who is evaluated'],
  all: ['全部企业', 'Everybody'],
  above_scale: ['规上企业', 'Above the scale'],
  below_scale: ['规下企业', 'Below the scale'],
  landFrom: ['占地不少于（亩）', 'Land from (mu)'],
  landBelow: ['占地少于（亩）', 'Land below (mu)'],
  landHint: ['不填则不限', 'Empty: no bound'],
  land: (from: string, below: string) => {
    if (from === '') return [`占地 ${below} 亩以下`, `land below ${below} mu`];
    return below === ''
      ? [`占地 ${from} 亩以上`, `land from ${from} mu`]
      : [`占地 ${from}—${below} 亩`, `land ${from} to ${below} mu`];
  },
  rows: (n: string) => [`${n} 家`, `${n} enterprises`],
  noRun: ['尚未计算', 'Not computed yet'],
  next: (step: string) => [`下一步：${step}`, `Next: ${step}`],
  nobodyNext: ['已办结', 'Concluded'],
  life: ['评价进展', 'Progress'],
  answerOne: (name: string, state: string) => [`${name}：${state}`, `${name}: ${state}`],
  answerNext: (next: string) => [`，下一步：${next}`, `; next: ${next}`],
  answerWaits: (n: string) => [`，还差 ${n} 项条件`, `; conditions not met yet: ${n}`],
  noticeUntil: (from: string, until: string) => [
    `公示期 ${from} 至 ${until}`,
    `Public notice ${from} to ${until}`,
  ],
  nextSteps: ['可办步骤', 'Next steps'],
  noNext: ['流程已结束', 'Nothing is left to do'],
  leadsTo: (state: string) => [`办理后：${state}`, `Leads to: ${state}`],
  who: (roles: string) => [`由${roles}办理`, `By: ${roles}`],
  take: ['办理', 'Take'],
  met: ['条件已满足', 'Nothing is missing'],
  noticeDays: ['公示天数（工作日）', 'Days of public notice (working days)'],
  days: ['天', 'days'],
  confirmTitle: (step: string) => [`办理：${step}`, step],
  confirmBody: (from: string, to: string) => [
    `状态由“${from}”变为“${to}”。`,
    `The state changes from “${from}” to “${to}”.`,
  ],
  jobRuns: (step: string) => [`正在${step}`, step],
  history: ['办理记录', 'History'],
  noHistory: ['还没有办理过步骤', 'No step was taken yet'],
  runs: ['历次计算', 'Runs'],
  noRuns: ['还没有计算', 'No run yet'],
  runsLocked: ['结果公示后可见', 'Visible once published'],
  official: ['正式', 'Official'],
  comparison: ['试算', 'Trial'],
  correction: ['更正', 'Correction'],
  current: ['现用', 'Current'],
  computedBy: (name: string, when: string) => [`${name} ${when}`, `${name} ${when}`],
  engine: (version: string) => [`引擎 ${version}`, `Engine ${version}`],
  hash: (hash: string) => [`结果指纹 ${hash}`, `Result ${hash}`],
  seeResults: ['看结果', 'Results'],
  verify: ['核验', 'Verify'],
  verifying: ['正在重新计算并逐行核对', 'Computing anew and comparing row by row'],
  verified: [
    '核验一致：按冻结数据和方案重算，结果逐行相同',
    'Verified: computed anew from the frozen figures, every row is the same',
  ],
  not_computable: ['核验不符：不能重新计算', 'Not verified: it cannot be computed anew'],
  faultHash: [
    '核验不符：数据或方案的指纹不同',
    'Not verified: figures or scheme differ from what was frozen',
  ],
  faultResult: ['核验不符：结果指纹不同', 'Not verified: the results differ'],
  faultRow: (position: string) => [
    `核验不符：第 ${position} 行与重算不同`,
    `Not verified: row ${position} differs`,
  ],
  capsule: ['下载凭证包', 'Capsule'],
  capsuleHint: [
    '含冻结数据、方案、结果和校验值，任何人可离线复算',
    'Figures, scheme, results and checksums: anybody can compute it anew offline',
  ],
});

/** What a step needs, said as a condition, in the order of the contract. */
export const NEEDS = words({
  scheme_approved: ['评价方案已批准', 'The scheme is approved'],
  no_open_errors: ['核查错误已全部处理', 'No open errors in the figures'],
  dataset: ['数据已冻结', 'The figures are frozen'],
  run: ['已有计算结果', 'There is a run'],
  another_person: ['须由计算人以外的人办理', 'By somebody else than who computed it'],
  no_open_adjustments: ['调档已全部审批', 'No change by hand waits'],
  notice_ended: ['公示期已满', 'The public notice has ended'],
  no_open_appeals: ['申诉已全部办结', 'No appeal waits'],
  accepted_appeals: ['有采纳的申诉', 'An appeal was accepted'],
  no_accepted_appeals: ['没有尚未更正的采纳申诉', 'No accepted appeal waits for its correction'],
  reason: ['需填写理由', 'A reason is given'],
});
