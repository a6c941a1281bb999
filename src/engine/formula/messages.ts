// What the findings of parse.ts and check.ts say to a person. `{at}` counts characters of the formula from 1.
import type { Wording } from '#core/diagnostic.ts';

export const FORMULA_MESSAGES = {
  formula_empty: {
    zh: '公式为空',
    en: 'the formula is empty',
    hint: { zh: '例如 tax / land', en: 'for example tax / land' },
  },
  formula_too_long: {
    zh: '公式长 {length} 个字符，最多 {limit} 个',
    en: 'the formula has {length} characters; {limit} are allowed',
    hint: { zh: '把公式拆成几个中间量', en: 'split it into several measures' },
  },
  formula_too_deep: {
    zh: '公式嵌套超过 {limit} 层：{formula}',
    en: 'the formula is nested more than {limit} levels deep: {formula}',
    hint: { zh: '把内层写成中间量', en: 'make the inner part a measure of its own' },
  },
  formula_too_large: {
    zh: '公式的运算超过 {limit} 项：{formula}',
    en: 'the formula has more than {limit} parts: {formula}',
    hint: { zh: '把公式拆成几个中间量', en: 'split it into several measures' },
  },
  formula_character: {
    zh: '公式第 {at} 个字符“{found}”不能使用：{formula}',
    en: 'character {at} of the formula, "{found}", cannot be used: {formula}',
    hint: {
      zh: '名称用输入项的英文标识；相等写 ==；百分数写小数（20% 写 0.2）；文字放在引号内',
      en: 'use the identifiers of inputs; equality is ==; write 20% as 0.2; put text in quotes',
    },
  },
  formula_syntax: {
    zh: '公式第 {at} 个字符“{found}”附近写法有误：{formula}',
    en: 'the formula cannot be read near character {at}, "{found}": {formula}',
    hint: {
      zh: '检查括号是否成对，运算符两侧是否齐全，逗号是否多余',
      en: 'check that parentheses match, that operators have both sides, and that no comma is left over',
    },
  },
  formula_unfinished: {
    zh: '公式没有写完：{formula}',
    en: 'the formula ends too early: {formula}',
    hint: {
      zh: '检查末尾的运算符、括号和引号',
      en: 'check the last operator, parenthesis or quotation mark',
    },
  },
  formula_unsupported: {
    zh: '公式第 {at} 个字符处用了不支持的写法：{formula}',
    en: 'the formula uses something it cannot contain at character {at}: {formula}',
    hint: {
      zh: "条件写 if(条件, 甲, 乙)；分组写 mean(x by industry)；列表写 industry in ['C26', 'C27']",
      en: "write a choice as if(condition, a, b), groups as mean(x by industry), a list as industry in ['C26', 'C27']",
    },
  },
  formula_lag: {
    zh: '公式第 {at} 个字符处的上期写法有误：{formula}',
    en: 'an earlier period is written wrongly at character {at}: {formula}',
    hint: {
      zh: '上期写 x[-1]，上上期写 x[-2]，最多 {limit} 期',
      en: 'write x[-1] or x[-2], at most {limit} periods back',
    },
  },
  formula_number: {
    zh: '公式第 {at} 个字符处的数过大：{formula}',
    en: 'the number at character {at} is too large: {formula}',
    hint: { zh: '换用更大的计量单位', en: 'use a larger unit of measure' },
  },
  formula_date: {
    zh: '公式第 {at} 个字符处不是有效日期：{formula}',
    en: 'there is no valid date at character {at}: {formula}',
    hint: { zh: "日期写作 date('2024-01-31')", en: "write a date as date('2024-01-31')" },
  },
  unknown_function: {
    zh: '没有名为 {name} 的函数（第 {at} 个字符）',
    en: 'there is no function {name} (character {at})',
    hint: { zh: '相近的函数：{suggestion}', en: 'functions of similar name: {suggestion}' },
  },
  formula_arguments: {
    zh: '函数 {name} 需要 {expected} 个参数，写了 {given} 个（第 {at} 个字符）',
    en: 'function {name} takes {expected} arguments and has {given} (character {at})',
    hint: { zh: '例如 {example}', en: 'for example {example}' },
  },
  unknown_name: {
    zh: '没有名为 {name} 的输入项或指标（第 {at} 个字符）',
    en: 'there is no input or indicator {name} (character {at})',
    hint: { zh: '相近的名称：{suggestion}', en: 'similar names: {suggestion}' },
  },
  formula_number_expected: {
    zh: '公式第 {at} 个字符处应为数值',
    en: 'a number is expected at character {at}',
    hint: {
      zh: '是否类先用 if(条件, 1, 0) 换成数；分类和文本不能计算',
      en: 'turn a flag into a number with if(flag, 1, 0); categories and text cannot be computed with',
    },
  },
  formula_flag_expected: {
    zh: '公式第 {at} 个字符处应为条件',
    en: 'a condition is expected at character {at}',
    hint: {
      zh: '例如 tax > 100，或一个是否类输入项',
      en: 'for example tax > 100, or an input that is a flag',
    },
  },
  formula_text_expected: {
    zh: '公式第 {at} 个字符处应为分类或文本',
    en: 'a category or text is expected at character {at}',
    hint: { zh: "例如 industry 或 'C26'", en: "for example industry or 'C26'" },
  },
  formula_types_differ: {
    zh: '公式第 {at} 个字符处，各项的类型不同，不能比较或并列',
    en: 'at character {at}, values of different kinds are compared or combined',
    hint: {
      zh: '数与数、是否与是否、文字与文字比较',
      en: 'compare numbers with numbers, flags with flags, text with text',
    },
  },
  formula_order: {
    zh: '公式第 {at} 个字符处，只有数和日期能比大小',
    en: 'at character {at}, only numbers and dates can be compared by size',
    hint: { zh: '分类和文本用 ==、!= 或 in', en: 'use ==, != or in for categories and text' },
  },
  formula_literal_expected: {
    zh: '公式第 {at} 个字符处应直接写出，不能计算得来',
    en: 'the value at character {at} must be written out, not computed',
    hint: {
      zh: "例如 round(x, 2)、starts_with(industry, 'C26')",
      en: "for example round(x, 2) or starts_with(industry, 'C26')",
    },
  },
  formula_group: {
    zh: '不能按 {name} 分组（第 {at} 个字符）',
    en: 'rows cannot be grouped by {name} (character {at})',
    hint: { zh: 'by 后写分类或是否类输入项', en: 'after by stands a category or a flag' },
  },
  formula_units_differ: {
    zh: '“{left}”与“{right}”计量单位不同，不能加减或比较（第 {at} 个字符）',
    en: 'values in "{left}" and "{right}" cannot be added or compared (character {at})',
    hint: {
      zh: '检查输入项的单位，或先相除成为比值',
      en: 'check the units of the inputs, or divide to get a ratio first',
    },
  },
  formula_ratio_expected: {
    zh: '公式第 {at} 个字符处应为无单位的比值，现为“{unit}”',
    en: 'a plain ratio is expected at character {at}; it is in "{unit}"',
    hint: { zh: '先除以同单位的量', en: 'divide by something in the same unit first' },
  },
} as const satisfies Record<string, Wording>;

export type FormulaCode = keyof typeof FORMULA_MESSAGES;
