// Words of the tokens of departments' systems.
import { words } from '#web/words/words.ts';

export const TOKENS = words({
  answer: (n: string) => [`${n} 个有效接口令牌`, `${n} tokens in force`],
  hint: [
    '部门系统凭令牌报送或读取数据，范围限于一个部门。',
    "Departments' systems send or read with a token, for one office only.",
  ],
  issue: ['签发令牌', 'Issue a token'],
  name: ['名称', 'Name'],
  office: ['部门', 'Office'],
  scopes: ['权限', 'Scopes'],
  days: ['有效天数', 'Days in force'],
  expires: ['到期', 'Expires'],
  used: ['最近使用', 'Last used'],
  state: ['状态', 'State'],
  inForce: ['有效', 'In force'],
  expired: ['已过期', 'Expired'],
  revoked: ['已吊销', 'Revoked'],
  revoke: ['吊销', 'Revoke'],
  sure: (name: string) => [
    `吊销“${name}”？使用它的系统将立即不能访问。`,
    `Revoke ${name}? The system that uses it is locked out at once.`,
  ],
  secret: ['令牌只显示这一次', 'The token is shown only now'],
  write: ['报送数据', 'Send figures'],
  registry: ['读取名录', 'Read the registry'],
  results: ['读取结果', 'Read results'],
  empty: ['还没有令牌', 'No tokens yet'],
  label: ['接口令牌列表', 'List of tokens'],
});
