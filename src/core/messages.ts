// Wordings of the findings that come from the standards in this folder. A `CreditCodeProblem` p is the finding `credit_code_p`.
import type { CreditCodeProblem } from './credit-code.ts';
import type { Wording } from './diagnostic.ts';

type CreditCodeFinding = `credit_code_${CreditCodeProblem}`;

export const CORE_MESSAGES = {
  credit_code_length: {
    zh: '统一社会信用代码应为18位',
    en: 'The unified social credit code must have 18 characters',
    hint: { zh: '请对照营业执照核对', en: 'Check it against the business licence' },
  },
  credit_code_charset: {
    zh: '统一社会信用代码含有不允许的字符',
    en: 'The unified social credit code has a character that is not allowed',
    hint: {
      zh: '不使用字母I、O、S、V、Z，第3至8位为数字',
      en: 'The letters I, O, S, V and Z are not used, and characters 3 to 8 are digits',
    },
  },
  credit_code_check_digit: {
    zh: '统一社会信用代码校验位不符',
    en: 'The check digit of the unified social credit code does not fit',
    hint: { zh: '请核对；确认无误的可以保留', en: 'Check it; keep it if the licence says so' },
  },
  credit_code_organisation_check_digit: {
    zh: '组织机构代码校验位（第17位）不符',
    en: 'The check digit of the organisation code (character 17) does not fit',
    hint: { zh: '请核对；确认无误的可以保留', en: 'Check it; keep it if the licence says so' },
  },
  energy_amount_absent: {
    zh: '{zh}消费量缺失',
    en: 'The amount of {en} is absent',
    hint: { zh: '没有消费的填0', en: 'Enter 0 when none was used' },
  },
  energy_coefficient_missing: {
    zh: '{zh}没有折标准煤系数',
    en: 'There is no standard coal coefficient for {en}',
    hint: {
      zh: '等价值按年度填写；标准给出区间的按实测值填写',
      en: 'State the equivalent value of the year, or the measured value where the standard gives a range',
    },
  },
} as const satisfies Record<
  CreditCodeFinding | 'energy_amount_absent' | 'energy_coefficient_missing',
  Wording
>;
