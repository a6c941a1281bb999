// Words of the form in which an enterprise is added or changed.
import { words } from '#web/words/words.ts';

export const FORM = words({
  add: ['新增企业', 'Add an enterprise'],
  change: ['修改企业', 'Change the enterprise'],
  changeOf: (name: string) => [`修改“${name}”`, `Change ${name}`],
  basics: ['基本信息', 'The enterprise'],
  place: ['地址和位置', 'Where it is'],
  accounts: ['水电气户号', 'Utility accounts'],
  accountsHint: [
    '用于按户号归集用电、用水、用气数据；户号相同的企业列为疑似重复。',
    'Figures of power, water and gas find their enterprise by these; two with the same account may be one.',
  ],
  creditCode: ['统一社会信用代码', 'Unified social credit code'],
  creditCodeHint: ['18 位，见营业执照', '18 characters, from the business licence'],
  sound: ['校验通过', 'The code is valid'],
  typed: (n: string) => [`已输入 ${n} 位，应为 18 位`, `${n} characters typed, 18 needed`],
  digit_needed: (at: string, found: string) => [
    `第 ${at} 位“${found}”应为数字`,
    `Character ${at}, “${found}”, must be a digit`,
  ],
  not_used: (at: string, found: string) => [
    `第 ${at} 位“${found}”不用于信用代码（不用字母 I、O、S、V、Z）`,
    `Character ${at}, “${found}”, is never used (nor are I, O, S, V, Z)`,
  ],
  perhaps: (expected: string) => [`，是否为“${expected}”？`, `; perhaps “${expected}”?`],
  check_digit: (at: string, found: string, expected: string) => [
    `第 ${at} 位“${found}”与前 17 位不符，按前 17 位应为“${expected}”。请核对第 1 至 8 位和第 18 位`,
    `Character ${at}, “${found}”, does not fit: by the first 17 it would be “${expected}”. Check characters 1 to 8 and 18`,
  ],
  organisation_check_digit: (at: string, found: string, expected: string) => [
    `第 ${at} 位“${found}”与第 9 至 16 位不符，按这 8 位应为“${expected}”。请核对第 9 至 17 位`,
    `Character ${at}, “${found}”, does not fit: by characters 9 to 16 it would be “${expected}”. Check characters 9 to 17`,
  ],
  confirm: ['已核对营业执照，代码无误', 'Checked against the licence: the code is right'],
  confirmNeeded: [
    '请修改代码，或核对营业执照后勾选此项',
    'Correct the code, or check it against the licence and tick this box',
  ],
  industry: ['行业（GB/T 4754）', 'Industry (GB/T 4754)'],
  industryHint: [
    '输入代码或名称查找；可输入 3、4 位代码',
    'Type a code or a name; three and four digits too',
  ],
  industryPart: (code: string, division: string) => [`${code} 属${division}`, `${code} within ${division}`],
  tagsHint: ['输入后回车，可填多个', 'Enter after each'],
  longitude: ['经度', 'Longitude'],
  latitude: ['纬度', 'Latitude'],
  power: ['电', 'Power'],
  water: ['水', 'Water'],
  gas: ['气', 'Gas'],
  reasonHint: ['写入变更记录', 'Kept with the history of the record'],
});
