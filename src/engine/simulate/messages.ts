// What the findings about simulations say, in Chinese and English, each with what to do about it.
import type { Wording } from '#core/diagnostic.ts';

export const SIMULATE_MESSAGES = {
  draws_out_of_range: {
    zh: '模拟次数为 {draws}，应为 1 至 {most} 的整数',
    en: 'the number of draws is {draws}, but must be a whole number from 1 to {most}',
  },
  design_base_out_of_range: {
    zh: '方差分解的样本量为 {base}，应为 2 至 {most} 的整数',
    en: 'the base of the design is {base}, but must be a whole number from 2 to {most}',
  },
  change_out_of_range: {
    zh: '变动幅度为 {relative}，应大于 0 且小于 1',
    en: 'the relative change is {relative}, but must be above 0 and below 1',
  },
  spread_out_of_range: {
    zh: '“{name}”的相对误差为 {relative}，应不小于 0 且小于 {most}',
    en: 'the relative spread of "{name}" is {relative}, but must be at least 0 and below {most}',
    hint: {
      zh: '误差过大时乘数可能为零或为负；正态分布按三倍标准差截断，故须小于三分之一',
      en: 'a larger spread could make a factor zero or negative; a normal one is cut at three deviations, so it must stay below a third',
    },
  },
  spread_input_unknown: { zh: '方案没有名为“{name}”的输入项', en: 'the scheme has no input named "{name}"' },
  spread_input_not_number: {
    zh: '输入项“{name}”不是数值，不能设误差',
    en: 'the input "{name}" is not a number and cannot have a spread',
  },
} as const satisfies Record<string, Wording>;
