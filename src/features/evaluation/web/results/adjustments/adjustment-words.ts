// Words of changes of class by hand.
import { words } from '#web/words/words.ts';

export const ADJUST = words({
  answer: (period: string, all: string, open: string) =>
    open === '0'
      ? [`${period}年度：调档 ${all} 项，没有待审批的`, `${period}: ${all} changes by hand, none waiting`]
      : [
          `${period}年度：调档 ${all} 项，其中 ${open} 项待审批`,
          `${period}: ${all} changes by hand, ${open} waiting for a decision`,
        ],
  answerNone: (period: string) => [`${period}年度：没有人工调档`, `${period}: no changes by hand`],
  noneYet: ['还没有人提出调档', 'Nobody has proposed one yet'],
  noneLeft: ['现在不能再调档', 'None can be proposed any more'],
  noneHint: [
    '在排名中打开一家企业，可以提出调档，由另一人审批。',
    'Open an enterprise in the ranking to propose one; somebody else decides.',
  ],
  lateHint: [
    '只有“已计算”状态可以调档；审核通过后以审核人所见为准。',
    'Only while the state is “Computed”: once reviewed, what counts is what the reviewer saw.',
  ],
  table: ['人工调档', 'Changes by hand'],
  from: ['原等级', 'From'],
  to: ['拟调为', 'To'],
  reason: ['理由', 'Reason'],
  state: ['状态', 'State'],
  proposedBy: ['提出人', 'Proposed by'],
  decidedBy: ['审批人', 'Decided by'],
  decisionReason: ['审批意见', 'Decision'],
  proposed: ['待审批', 'Waiting'],
  approved: ['已批准', 'Approved'],
  refused: ['未批准', 'Refused'],
  earlierRun: ['以前的计算', 'Earlier run'],
  approve: ['批准', 'Approve'],
  refuse: ['不批准', 'Refuse'],
  approveTitle: (name: string) => [`批准调档：${name}`, `Approve: ${name}`],
  refuseTitle: (name: string) => [`不批准调档：${name}`, `Refuse: ${name}`],
  effect: (from: string, to: string) => [
    `由 ${from} 类调整为 ${to} 类，公示时生效`,
    `From class ${from} to ${to}, takes effect when published`,
  ],
  ownProposal: ['须由另一人审批', 'Somebody else has to decide'],
  proposeTitle: (name: string) => [`提出调档：${name}`, `Propose a change: ${name}`],
  proposeBody: (now: string) => [
    `现等级 ${now} 类。调档须由另一人审批。`,
    `Class ${now} now. Somebody else has to approve.`,
  ],
  toClass: ['调整为', 'Change to'],
  send: ['提交审批', 'Propose'],
  why: ['为什么', 'Why'],
});
