// What can be wrong with a weighting or an aggregation, in words.
import type { Wording } from '#core/diagnostic.ts';

export const SCORE_MESSAGES = {
  copeland_too_many: {
    zh: '科普兰法需两两比较，参评对象 {count} 个，超过上限 {limit} 个',
    en: 'Copeland compares every pair: {count} subjects are more than the limit of {limit}',
    hint: { zh: '请按组分别评价，或改用加权平均。', en: 'Evaluate in pools, or use a weighted mean.' },
  },
  weights_need_non_negative: {
    zh: '第 {column} 项指标有负值，不能用熵权法求权重',
    en: 'Indicator {column} has negative values; entropy weights need values of zero or more',
    hint: {
      zh: '请先做无量纲化处理，再求权重。',
      en: 'Normalise the indicators first and weigh the scores.',
    },
  },
  weights_need_positive: {
    zh: '第 {column} 项指标有零或负值，不能用 MEREC 法求权重',
    en: 'Indicator {column} has values of zero or less; MEREC weights need positive values',
    hint: { zh: '请先将数值换算到正数区间，再求权重。', en: 'Scale the values to a positive range first.' },
  },
  weights_need_spread: {
    zh: '各项指标数值没有差异或数据不足，无法客观求权',
    en: 'The indicators do not vary, or there are too few values to derive weights from',
    hint: { zh: '请改用给定权重或等权。', en: 'Give the weights, or weigh equally.' },
  },
  ahp_not_square: {
    zh: '判断矩阵应为方阵：第 {row} 行有 {found} 个数，应有 {expected} 个',
    en: 'A comparison matrix is square: row {row} has {found} entries, not {expected}',
    hint: {
      zh: '每项指标一行一列，次序相同。',
      en: 'One row and one column per indicator, in the same order.',
    },
  },
  ahp_not_positive: {
    zh: '判断矩阵第 {row} 行第 {column} 列应为正数或如 1/3 的分数',
    en: 'Row {row}, column {column} of the comparison matrix must be a positive number or a ratio such as 1/3',
    hint: { zh: '取 1 至 9 或其倒数。', en: 'Use 1 to 9 or their reciprocals.' },
  },
  ahp_not_reciprocal: {
    zh: '判断矩阵第 {row} 行第 {column} 列与对称位置不互为倒数',
    en: 'Row {row}, column {column} of the comparison matrix is not the reciprocal of its mirror entry',
    hint: {
      zh: '一处写 3，另一处写 1/3；对角线写 1。',
      en: 'Write 3 on one side and 1/3 on the other; 1 on the diagonal.',
    },
  },
  ahp_too_large: {
    zh: '判断矩阵为 {size} 阶，最多 {limit} 阶',
    en: 'The comparison matrix has {size} rows; the limit is {limit}',
    hint: { zh: '请分层设置指标，逐层比较。', en: 'Build a tree and compare level by level.' },
  },
  ahp_inconsistent: {
    zh: '判断矩阵一致性比率 CR = {cr}，应小于 {limit}',
    en: 'The consistency ratio of the comparison matrix is {cr}; it must be below {limit}',
    hint: { zh: '请调整相互矛盾的判断。', en: 'Revise the judgements that contradict each other.' },
  },
} as const satisfies Record<string, Wording>;
