import { expect, test } from 'vitest';
import { loadInitials } from './initials.ts';

test.each([
  ['云亩机械（济宁）有限公司', 'ymjxjnyxgs'],
  // 重 is chóng in this word, 长 is cháng; 行 is háng in a bank.
  ['重庆长安汽车', 'cqcaqc'],
  ['济宁银行', 'jnyh'],
  ['ＡＢＣ 科技3号', 'abckj3h'],
  ['🙂', ''],
])('%s is %s', async (name, initials) => {
  expect((await loadInitials())(name)).toBe(initials);
});
