// What is found in files and figures, in words; pages, marked workbooks and reports say the same.
import type { Wording } from '#core/diagnostic.ts';

export const FINDING_WORDINGS = {
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
  problem_count: { zh: '{problem}：{count}处', en: '{problem}: {count} ×' },
} satisfies Record<string, Wording>;
