// Words of the first page.
import { words } from '#web/words/words.ts';

export const WORK = words({
  title: ['工作台', 'My work'],
  answer: (kinds: string, late: string) => {
    if (kinds === '0') return ['没有等您办理的事项', 'Nothing waits for you'];
    return late === '0'
      ? [`${kinds} 类事项等您办理`, `${kinds} kinds of work wait for you`]
      : [
          `${kinds} 类事项等您办理，${late} 类已逾期`,
          `${kinds} kinds of work wait for you, ${late} of them late`,
        ];
  },
  kicker: (name: string, role: string) => [`${name}，${role}`, `${name}, ${role}`],
  waiting: ['待办事项', 'Waiting for you'],
  nothing: ['全部办结', 'All done'],
  nothingHint: [
    '有新的任务、申诉或审批时，会出现在这里。',
    'New tasks, appeals and approvals will appear here.',
  ],
  due: (day: string) => [`${day} 到期`, `due ${day}`],
  late: (days: string) => [`已逾期 ${days} 天`, `${days} days late`],
  own: ['我的企业', 'My enterprise'],
  standing: (year: string, score: string, rank: string, of: string) =>
    rank === ''
      ? [`${year}年度，得分 ${score}`, `${year}: score ${score}`]
      : [
          `${year}年度，得分 ${score}，第 ${rank} 位（共 ${of} 家）`,
          `${year}: score ${score}, rank ${rank} of ${of}`,
        ],
  underWay: ['正在进行的评价', 'Evaluations under way'],
  noneUnderWay: ['没有正在进行的评价。', 'No evaluation is under way.'],
  openOwn: ['查看一企一档', 'Open its file'],
  office_task: (n: string) => [`${n} 项填报任务未提交`, `${n} tasks to hand in`],
  staged_import: (n: string) => [`${n} 个上传文件待确认入库`, `${n} uploaded files to accept`],
  open_finding: (n: string) => [`${n} 条核查疑点待处理`, `${n} findings to settle`],
  dispute: (n: string) => [`${n} 家企业的异议待答复`, `${n} disputes to answer`],
  appeal_to_decide: (n: string) => [`${n} 件申诉待裁决`, `${n} appeals to decide`],
  appeal_to_sign: (n: string) => [`${n} 件申诉裁决待复签`, `${n} appeal decisions to sign`],
  adjustment_to_decide: (n: string) => [`${n} 件人工调档待审批`, `${n} adjustments to decide`],
  correction_to_sign: (n: string) => [`${n} 件公布后更正待复签`, `${n} corrections of lists to sign`],
  scheme_to_decide: (n: string) => [`${n} 个评价方案待审批`, `${n} schemes to decide`],
  step_to_take: (n: string) => [`${n} 个评价步骤可以推进`, `${n} steps you can take`],
  confirmation_to_give: (n: string) => [
    `${n} 家企业的数据待您确认`,
    `figures of ${n} enterprises to confirm`,
  ],
  membership_to_grant: (n: string) => [`${n} 个账号待授权`, `${n} accounts to grant`],
});
