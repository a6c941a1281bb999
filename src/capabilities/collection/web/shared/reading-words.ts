// What cannot be read in a cell, in words: the reader of sheets says the same in reports and marked workbooks.
import type { Wording } from '#core/diagnostic.ts';

export const READING_WORDS = {
  not_a_number: {
    zh: '“{text}”不是数字',
    en: '“{text}” is not a number',
    hint: { zh: '没有数据的请留空', en: 'Leave the cell empty when there is no figure' },
  },
  number_with_unit_suffix: {
    zh: '“{text}”带有单位，未自动换算',
    en: '“{text}” carries a unit and is not converted',
    hint: {
      zh: '单元格内只填数字，单位写在表头',
      en: 'Enter the bare number; the unit belongs into the header',
    },
  },
  not_a_flag: {
    zh: '“{text}”不是“是”或“否”',
    en: '“{text}” is neither yes nor no',
    hint: { zh: '请填写是、否，或1、0', en: 'Enter yes or no, or 1 or 0' },
  },
  not_a_date: { zh: '“{text}”不是日期', en: '“{text}” is not a date' },
  digits_lost: {
    zh: '“{text}”的第15位以后已丢失',
    en: '“{text}” has lost its digits after the 15th',
    hint: { zh: '请将该列设为文本格式后重新填写', en: 'Format the column as text and enter it again' },
  },
  cell_error: { zh: '“{text}”是公式错误', en: '“{text}” is an error of a formula' },
  cell_formula_without_value: { zh: '公式没有计算结果', en: 'The formula has no value' },
  row_too_short: { zh: '该行列数不足', en: 'The row has too few columns' },
  row_too_long: { zh: '该行列数过多', en: 'The row has too many columns' },
} satisfies Record<string, Wording>;
