// What the findings about data say, in Chinese and English, each with what to do about it.
import type { Wording } from '#core/diagnostic.ts';

export const RUN_MESSAGES = {
  data_empty: { zh: '数据为空，没有可评价的对象', en: 'the data has no rows: there is nothing to evaluate' },
  id_absent: {
    zh: '没有编号',
    en: 'the id is empty',
    hint: { zh: '补填编号；合计行请删除', en: 'fill it in; delete rows of totals' },
  },
  duplicate_id: {
    zh: '“{id}”重复出现，首次在第 {first} 行',
    en: '"{id}" appears again; it first stands in row {first}',
    hint: { zh: '同一对象只能有一行，请合并或删除', en: 'one row per subject: merge or delete' },
  },
  input_missing: {
    zh: '缺少列“{label}”（{input}）',
    en: 'the column "{label}" ({input}) is missing',
    hint: {
      zh: '补上该列，或在方案中写 optional: true',
      en: 'add the column, or set optional: true in the scheme',
    },
  },
  column_not_text: { zh: '列“{label}”应为文字', en: 'the column "{label}" should hold text' },
  column_not_numeric: { zh: '列“{label}”应为数值', en: 'the column "{label}" should hold numbers' },
  data_unit_mismatch: {
    zh: '列“{label}”的单位是 {found}，无法换算为 {stated}',
    en: 'the column "{label}" is in {found}, which cannot be converted to {stated}',
  },
  data_unit_unknown: {
    zh: '列“{label}”括号中的“{found}”不是计量单位，数值按 {stated} 计',
    en: '"{found}" in the header of "{label}" is no unit; its figures are taken as {stated}',
    hint: {
      zh: '单位不同的，请在括号中写明单位',
      en: 'if they are in another unit, write that in the brackets',
    },
  },
  data_unit_converted: {
    zh: '列“{label}”已由 {found} 换算为 {stated}（×{factor}）',
    en: 'the column "{label}" was converted from {found} to {stated} (×{factor})',
  },
  value_absent: {
    zh: '“{id}”的“{label}”为空',
    en: '"{label}" of "{id}" is empty',
    hint: { zh: '补填，或在方案中写 optional: true', en: 'fill it in, or set optional: true in the scheme' },
  },
  value_out_of_range: {
    zh: '“{id}”的“{label}”为 {value}，应 {range}',
    en: '"{label}" of "{id}" is {value}, but must be {range}',
  },
  category_unknown: {
    zh: '“{id}”的“{label}”为“{text}”，只能是：{known}',
    en: '"{label}" of "{id}" is "{text}", but must be one of: {known}',
  },
  more_findings: {
    zh: '列“{column}”另有 {count} 处同样的问题',
    en: 'column "{column}": {count} more of the same',
  },
  history_missing: {
    zh: '方案用到前 {lag} 期的数据（{inputs}），但没有提供',
    en: 'the scheme reads figures of {lag} period(s) before ({inputs}), and none were given',
    hint: {
      zh: '用 --previous 给出上一期数据文件',
      en: 'give the file of the earlier period with --previous',
    },
  },
  history_input_missing: {
    zh: '前 {lag} 期的数据缺少列“{input}”',
    en: 'the figures of {lag} period(s) before have no column "{input}"',
  },
  history_group_missing: {
    zh: '上一期数据没有这些“{input}”：{missing}；上一期有：{known}',
    en: 'the figures of the period before have no "{input}" of: {missing}; they have: {known}',
    hint: { zh: '两期的写法须一致', en: 'spell them alike in both periods' },
  },
  reference_not_found: {
    zh: '找不到作为参照的“{id}”',
    en: 'the reference subject "{id}" is not in the data',
  },
  indicator_missing: {
    zh: '“{id}”算不出“{label}”（{formula}）：数据为空或分母为零',
    en: '"{label}" ({formula}) of "{id}" cannot be computed: a figure is absent or the denominator is zero',
    hint: {
      zh: '补数据，或在方案中用 missing 写明处理办法（zero、mean_score、leave_out 等）',
      en: 'complete the figures, or say in the scheme what `missing` means (zero, mean_score, leave_out …)',
    },
  },
  indicator_zero: { zh: '“{id}”的“{label}”（{formula}）为零', en: '"{label}" ({formula}) of "{id}" is zero' },
  indicator_negative: {
    zh: '“{id}”的“{label}”（{formula}）为负',
    en: '"{label}" ({formula}) of "{id}" is negative',
  },
  indicator_not_scored: {
    zh: '“{label}”有 {count} 个对象有数值却得不出分数，该项对其不计，权重由其余各项分担',
    en: '"{label}" gives no score to {count} subjects that have a value: the item is left out for them',
    hint: {
      zh: '常见原因：数值全部相同、基准值为零、上期没有该组数据、分档表没有 otherwise',
      en: 'common causes: all values are equal, a baseline is zero, the group was not there last period, steps lack `otherwise`',
    },
  },
  subjects_without_score: {
    zh: '{count} 个对象没有得分，不参加排名和分类',
    en: '{count} subjects have no score: they are neither ranked nor classified',
  },
  ties_decided_by_id: {
    zh: '{count} 个对象得分及比较项完全相同，名次按编号先后排定',
    en: '{count} subjects are equal in score and tie rules; their order follows their id',
    hint: {
      zh: '在 classes.ties 中增加比较项，或写 tied: share 并列',
      en: 'add a rule under classes.ties, or let them share with tied: share',
    },
  },
  override_unknown_id: {
    zh: '调档对象“{id}”不在数据中',
    en: 'the subject "{id}" of an override is not in the data',
  },
  override_unknown_class: {
    zh: '调档类别“{class}”不存在',
    en: 'the class "{class}" of an override does not exist',
  },
} as const satisfies Record<string, Wording>;
