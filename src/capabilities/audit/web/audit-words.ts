// Words of the audit log.
import { words } from '#web/words/words.ts';

export const AUDIT = words({
  answer: ['谁在何时做了什么', 'Who did what, and when'],
  kicker: [
    '每条日志都含上一条的摘要，改动、删除任何一条都会被核验发现。',
    'Every entry carries the digest of the one before: a change or a gap is found.',
  ],
  verify: ['核验审计链', 'Verify the chain'],
  whole: (n: string) => [`审计链完整，共 ${n} 条`, `The chain is whole: ${n} entries`],
  broken: (n: string) => [`审计链在第 ${n} 条断开`, `The chain is broken at entry ${n}`],
  export: ['导出', 'Export'],
  syslog: ['导出 syslog', 'Export as syslog'],
  seq: ['序号', 'No.'],
  at: ['时间', 'At'],
  actor: ['人员', 'Who'],
  role: ['角色', 'Role'],
  action: ['操作', 'Action'],
  object: ['对象', 'Object'],
  outcome: ['结果', 'Outcome'],
  address: ['地址', 'Address'],
  done: ['成功', 'Done'],
  refused: ['被拒绝', 'Refused'],
  failed: ['失败', 'Failed'],
  more: ['更早的记录', 'Earlier entries'],
  label: ['审计日志列表', 'Audit entries'],
  search: ['操作名，如 import.accept', 'Action, such as import.accept'],
  empty: ['没有符合条件的记录', 'No entries match'],
});
