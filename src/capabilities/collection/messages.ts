// Wordings of the collection.
import type { Wording } from '#core/diagnostic.ts';

export const COLLECTION_MESSAGES = {
  item_exists: { zh: '数据项“{item}”已存在', en: 'The item “{item}” exists already' },
  item_not_found: { zh: '没有数据项“{item}”', en: 'There is no item “{item}”' },
  item_unit_unknown: { zh: '不认识计量单位“{unit}”', en: 'The unit “{unit}” is not known' },
  item_without_choices: { zh: '选择型数据项应列出选项', en: 'An item of choices needs its choices' },
  item_range_empty: { zh: '最小值大于最大值', en: 'The least value is above the greatest' },
  items_not_yours: {
    zh: '以下数据项不由贵单位报送：{items}',
    en: 'These items are not yours to send: {items}',
  },
  campaign_not_found: { zh: '没有这个填报批次', en: 'There is no such campaign' },
  campaign_due_before_it_opens: { zh: '截止日期早于开始日期', en: 'The campaign is due before it opens' },
  task_not_found: { zh: '没有这个填报任务', en: 'There is no such task' },
  import_not_found: { zh: '没有这次导入', en: 'There is no such import' },
  import_without_file: { zh: '这次导入没有文件（接口报送）', en: 'This import came without a file' },
  import_not_staged_conflict: {
    zh: '这次导入不在待确认状态（当前：{state}）',
    en: 'This import does not wait for a decision (it is {state})',
  },
  import_not_accepted_conflict: {
    zh: '只有已入库的导入可以撤销（当前：{state}）',
    en: 'Only an accepted import can be taken back (it is {state})',
  },
  mapping_header_unknown: {
    zh: '表头“{header}”不在未识别的表头之列',
    en: 'The header “{header}” is none of those that were not understood',
  },
  mapping_item_foreign: {
    zh: '数据项“{item}”不由报送单位填报',
    en: 'The item “{item}” is not the sender’s',
  },
  mapping_item_twice: {
    zh: '数据项“{item}”对应了两列：“{first}”和“{second}”',
    en: 'The item “{item}” is given by two columns: “{first}” and “{second}”',
  },
  synonym_taken: {
    zh: '“{synonym}”已是数据项“{item}”的名称或别名',
    en: '“{synonym}” is a name of the item “{item}” already',
  },
  synonyms_full: {
    zh: '数据项“{item}”不能再记别名',
    en: 'No more names can be remembered for the item “{item}”',
  },
  import_has_bad_rows: {
    zh: '有{rows}行存在错误，不能整批入库',
    en: '{rows} rows have errors, so not all can be accepted',
    hint: {
      zh: '请修改后重新上传，或选择“只入库无误的行”',
      en: 'Correct and send again, or accept the valid rows only',
    },
  },
  import_rows_merged_conflict: {
    zh: '有{rows}行所属企业在读取后被合并',
    en: '{rows} rows belong to enterprises that were merged after the file was read',
    hint: {
      zh: '请重新读取该文件；接口报送的请重新报送',
      en: 'Have the file read again; what came from a system has to be sent again',
    },
  },
  import_has_no_good_row: { zh: '没有可以入库的行', en: 'No row can be accepted' },
  no_enterprise_column: {
    zh: '找不到“统一社会信用代码”或“企业名称”列',
    en: 'There is no column with credit codes or names',
  },
  no_item_column: {
    zh: '没有一列是您负责填报的数据项',
    en: 'No column holds an item that is yours to send',
    hint: { zh: '请使用下载的模板，不要改动表头', en: 'Use the template and leave its headers as they are' },
  },
  unit_does_not_fit: {
    zh: '表头单位“{unit}”与数据项单位“{expected}”不是同类单位',
    en: 'The unit “{unit}” of the header does not measure what “{expected}” does',
  },
  unit_converted: { zh: '已由“{unit}”换算为“{expected}”', en: 'Converted from “{unit}” to “{expected}”' },
  enterprise_unknown: {
    zh: '名录中没有这家企业（{code} {name}）',
    en: 'The registry has no such enterprise ({code} {name})',
    hint: {
      zh: '请核对统一社会信用代码，或先登记企业',
      en: 'Check the credit code, or register the enterprise first',
    },
  },
  enterprise_absent: { zh: '该行没有统一社会信用代码', en: 'The row has no credit code' },
  enterprise_found_by_name: {
    zh: '按企业名称“{name}”匹配，请核对',
    en: 'Found by the name “{name}”; please check',
  },
  enterprise_twice_in_file: { zh: '与第{first}行是同一家企业', en: 'The same enterprise as in row {first}' },
  figure_out_of_range: { zh: '数值{value}超出范围{range}', en: '{value} is outside {range}' },
  figure_of_other_kind: {
    zh: '数据类型不对，应为{expected}',
    en: 'Not the kind of value expected: {expected}',
  },
  choice_unknown: {
    zh: '“{value}”不在选项内（{choices}）',
    en: '“{value}” is none of the choices ({choices})',
  },
  figure_missing: { zh: '缺少数据', en: 'The figure is missing' },
  figure_jumped: {
    zh: '本年{value}与上年{last}相差超过{ratio}倍',
    en: '{value} and last year’s {last} differ by more than {ratio} times',
  },
  figure_outlier: {
    zh: '{value}偏离整体（{method}距离{distance}，界限{threshold}）',
    en: '{value} is far from the others ({method} distance {distance}, limit {threshold})',
  },
  figure_exceeds_other: {
    zh: '{value}大于“{other}”所允许的{limit}',
    en: '{value} is above {limit}, which “{other}” allows',
  },
  figure_merge_conflict: {
    zh: '与“{name}”合并时两边数据不一致：保留{kept}，对方为{merged}',
    en: 'The figures differ from those of the merged “{name}”: {kept} was kept, the other is {merged}',
    hint: {
      zh: '请核实后更正数据，或说明理由',
      en: 'Correct the figure, or say why it is right',
    },
  },
  file_accepted_before: { zh: '同一文件曾于{at}入库', en: 'The same file was accepted at {at}' },
  problem_count: { zh: '“{problem}”共{count}处', en: '“{problem}” occurs {count} times' },
  dispute_not_found: { zh: '没有待答复的异议', en: 'There is no dispute to answer' },
} satisfies Record<string, Wording>;
