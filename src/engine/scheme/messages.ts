// What the findings about a scheme say, in Chinese and English, each with what to do about it.
import type { Wording } from '#core/diagnostic.ts';

export const SCHEME_MESSAGES = {
  scheme_too_large: {
    zh: '方案文件过大，上限 {most} 个字符',
    en: 'the scheme is too large: at most {most} characters',
  },
  scheme_too_many_aliases: {
    zh: '方案中的 YAML 引用（*别名）过多，上限 {most} 处',
    en: 'the scheme uses too many YAML aliases: at most {most}',
    hint: { zh: '请把内容直接写出', en: 'write the content out' },
  },
  yaml_syntax: {
    zh: 'YAML 语法错误（第 {line} 行第 {column} 列）：{reason}',
    en: 'YAML syntax error at line {line}, column {column}: {reason}',
    hint: {
      zh: '检查缩进、冒号后的空格和引号',
      en: 'check the indentation, the space after colons, and quotes',
    },
  },
  yaml_tab: {
    zh: '第 {line} 行用制表符（Tab）缩进',
    en: 'line {line} is indented by a tab',
    hint: { zh: '请改用空格', en: 'use spaces' },
  },
  yaml_key_twice: {
    zh: '第 {line} 行的名称在同一处出现两次',
    en: 'the name in line {line} stands there twice',
    hint: { zh: '合并或删除其中之一', en: 'merge them, or delete one' },
  },
  yaml_colon: {
    zh: '第 {line} 行看不懂：冒号后缺空格，或用了全角的冒号、逗号',
    en: 'line {line} is not understood: a space is missing after a colon, or a colon or comma is full-width',
    hint: {
      zh: '写作“zh: 亩均税收”，冒号为半角，后面空一格',
      en: 'write `zh: name`, with one space after the colon',
    },
  },
  yaml_indent: {
    zh: '第 {line} 行的缩进不对',
    en: 'line {line} is indented wrongly',
    hint: {
      zh: '同一级的各行左端对齐，下一级多两格',
      en: 'lines of one level begin in the same column, the next level two further',
    },
  },
  key_unknown: {
    zh: '不认识的项目“{key}”',
    en: 'unknown key "{key}"',
    hint: {
      zh: '检查拼写；可用 mujun schema 导出全部可用项目',
      en: 'check the spelling; `mujun schema` lists every key',
    },
  },
  key_missing: { zh: '缺少“{key}”', en: '"{key}" is missing' },
  expected_map: {
    zh: '这里应有若干行“名称”加冒号加内容，比上一级多缩进两格',
    en: 'lines of the form `name: content` are expected here, indented by two more spaces',
  },
  expected_text: {
    zh: '这里应为文字',
    en: 'a text is expected here',
    hint: { zh: '像数字的文字请加引号', en: 'put a text that looks like a number in quotes' },
  },
  expected_number: { zh: '这里应为数字', en: 'a number is expected here' },
  expected_flag: { zh: '这里应为 true 或 false', en: 'true or false is expected here' },
  expected_list: { zh: '这里应为列表，写在方括号中', en: 'a list in square brackets is expected here' },
  expected_other: { zh: '内容类型不对', en: 'the wrong kind of content' },
  name_not_allowed: {
    zh: '名称“{key}”不合规：须以字母或下划线开头，只含字母、数字、下划线',
    en: 'the name "{key}" is not allowed: letters, digits and underscores, not starting with a digit',
    hint: { zh: '中文名称请写在 zh 中', en: 'put the Chinese name in `zh`' },
  },
  not_one_of: { zh: '只能是其中之一：{allowed}', en: 'must be one of: {allowed}' },
  text_not_allowed: {
    zh: '写法不符合要求（{pattern}）',
    en: 'the text does not have the required form ({pattern})',
  },
  value_not_allowed: { zh: '内容不符合要求：{reason}', en: 'the content is not allowed: {reason}' },
  value_not_understood: {
    zh: '看不懂这里的写法',
    en: 'this content is not understood',
    hint: {
      zh: '对照用户手册“方案语言”中的例子',
      en: 'compare with the examples in the guide to the scheme language',
    },
  },
  extends_not_found: {
    zh: '找不到要继承的方案“{name}”',
    en: 'the scheme to extend, "{name}", is not found',
    hint: {
      zh: '写内置方案名，或相对于本文件的路径',
      en: 'give the name of a shipped scheme, or a path relative to this file',
    },
  },
  extends_broken: { zh: '要继承的方案“{name}”有错误', en: 'the scheme to extend, "{name}", has errors' },
  extends_too_long: {
    zh: '继承层数过多或循环继承（到“{name}”为止）',
    en: 'schemes extend each other too deeply or in a circle (stopped at "{name}")',
  },
  parameter_unknown: { zh: '方案没有参数“{name}”', en: 'the scheme has no parameter "{name}"' },
  name_taken: {
    zh: '名称“{name}”已在 {first} 中使用',
    en: 'the name "{name}" is already used in {first}',
    hint: { zh: '每个名称只能代表一样东西，请改名', en: 'a name stands for one thing only: choose another' },
  },
  name_reserved: {
    zh: '名称“{name}”已由系统使用',
    en: 'the name "{name}" is taken by the program itself',
    hint: { zh: '请改名，如 {name}_value；中文名称写在 zh 中', en: 'choose another, such as {name}_value' },
  },
  number_undefined: { zh: '“{text}”算不出数值', en: '"{text}" does not give a number' },
  unit_unknown: {
    zh: '不认识的计量单位“{unit}”',
    en: 'unknown unit "{unit}"',
    hint: {
      zh: '常用：万元、亩、吨标准煤、吨、人、%、万元/亩',
      en: 'common ones：万元，亩，吨标准煤，吨，人，%，万元/亩',
    },
  },
  unit_mismatch: {
    zh: '公式“{formula}”的单位是 {found}，与写明的 {stated} 不符',
    en: 'the formula "{formula}" gives {found}, not the stated {stated}',
    hint: { zh: '检查分子分母或 unit', en: 'check numerator and denominator, or the unit' },
  },
  formula_cycle: { zh: '公式循环引用：{circle}', en: 'formulas refer to each other in a circle: {circle}' },
  formula_not_a_number: { zh: '“{text}”不是数值公式', en: '"{text}" does not give a number' },
  formula_not_a_condition: {
    zh: '“{text}”不是条件（应得出是或否）',
    en: '"{text}" is not a condition (it must give true or false)',
  },
  group_unknown: {
    zh: '分组“{name}”不是已声明的输入',
    en: 'the group "{name}" is not a declared input',
    hint: { zh: '在 inputs 中声明，类型为 category', en: 'declare it under inputs with type: category' },
  },
  group_not_a_category: {
    zh: '分组“{name}”不是类别（category）',
    en: 'the group "{name}" is not a category',
    hint: { zh: '在 inputs 中写 type: category', en: 'set type: category under inputs' },
  },
  points_negative: {
    zh: '减分的分数写正数，这里是 {points}',
    en: 'points of a penalty are positive numbers; here they are {points}',
  },
  baseline_negative: { zh: '基准值不能为负', en: 'a baseline must not be negative' },
  cap_below_floor: { zh: '封顶 {cap} 低于保底 {floor}', en: 'the cap {cap} is below the floor {floor}' },
  range_empty: {
    zh: '区间两端都是 {value}，得不出分数',
    en: 'both ends of the range are {value}: it scores nobody',
  },
  step_unreachable: {
    zh: '第 {step} 档永远用不上：符合它的数值已归入第 {earlier} 档',
    en: 'step {step} can never apply: step {earlier} takes all its values',
    hint: {
      zh: '从最严的一档写起，otherwise 写在最后',
      en: 'begin with the strictest step, and write otherwise last',
    },
  },
  baseline_zero: { zh: '基准值不能为零', en: 'a baseline must not be zero' },
  weighted_mean_needs_division: {
    zh: '加权平均（Σ分子÷Σ分母）要求公式是“分子 / 分母”，而这里是“{formula}”',
    en: 'weighted_mean (sum of numerators over sum of denominators) needs a formula of the form `a / b`, not "{formula}"',
    hint: { zh: '改用 mean，或改写公式', en: 'use mean, or rewrite the formula' },
  },
  method_needs_higher: {
    zh: '计分方法 {method} 只适用于越大越好的指标',
    en: 'the method {method} is for indicators where higher is better',
    hint: {
      zh: '逆向指标可用 reverse_ratio、minmax 或 goalposts',
      en: 'where lower is better use reverse_ratio, minmax or goalposts',
    },
  },
  weight_missing: {
    zh: '指标“{name}”没有权重',
    en: 'the indicator "{name}" has no weight',
    hint: {
      zh: '写 weight，或用 weighting 说明如何计算',
      en: 'give a weight, or say with weighting how to compute it',
    },
  },
  weight_differs: {
    zh: '指标“{name}”在这里的权重是 {stated}，在指标体系 tree 中是 {weight}',
    en: 'the weight of "{name}" is {stated} here, and {weight} in the tree',
    hint: { zh: '有 tree 时权重写在 tree 中', en: 'with a tree, weights stand in the tree' },
  },
  weight_negative: { zh: '“{name}”的权重为负', en: 'the weight of "{name}" is negative' },
  weight_sum: {
    zh: '权重合计为 {sum}，应为 {total}',
    en: 'the weights add up to {sum}, not {total}',
    hint: {
      zh: '修改权重，或用 weight_total 写明应有的合计',
      en: 'correct the weights, or state the total in weight_total',
    },
  },
  tree_too_deep: {
    zh: '指标体系层数过多，上限 {most} 层',
    en: 'the tree is too deep: at most {most} levels',
  },
  tree_unknown_indicator: {
    zh: '指标体系中的“{name}”既不是已声明的指标，也没有下级 children',
    en: '"{name}" in the tree is neither a declared indicator nor a group with children',
  },
  indicator_not_in_tree: {
    zh: '指标“{name}”没有出现在指标体系 tree 中',
    en: 'the indicator "{name}" is not in the tree',
  },
  indicator_twice: {
    zh: '指标“{name}”在指标体系中出现两次',
    en: 'the indicator "{name}" stands in the tree twice',
  },
  scales_differ: {
    zh: '同一组内各指标得分的量程不同（{scales}），平均没有意义',
    en: 'the children of this group are scored on different scales ({scales}), so their mean says little',
    hint: { zh: '让各指标用同样的量程，或改用 sum', en: 'score all on one scale, or use sum' },
  },
  ahp_wrong_size: {
    zh: '判断矩阵应为 {children} 行 {children} 列，实为 {rows} 行',
    en: 'the comparison matrix needs {children} rows and columns, and has {rows} rows',
  },
  quotas_or_thresholds: {
    zh: '分类须写明 quotas（比例）或 thresholds（分数线）之一，且只写一个',
    en: 'classes need either quotas or thresholds, and not both',
  },
  quota_sum: { zh: '各类比例合计为 {sum}，应为 100%', en: 'the quotas add up to {sum}, not 100%' },
  quota_negative: { zh: '“{name}”类的比例为负', en: 'the quota of {name} is negative' },
  quota_classes_differ: {
    zh: '各组比例须按同样的次序写出同样的类别：{expected}',
    en: 'the quotas of a pool must name the same classes in the same order: {expected}',
  },
  threshold_order: {
    zh: '“{class}”类的分数线须低于“{better}”类',
    en: 'the threshold of {class} must be lower than that of {better}',
  },
  class_unknown: { zh: '没有“{name}”类；已有：{known}', en: 'there is no class {name}; known: {known}' },
  tie_unknown: {
    zh: '同分比较项“{name}”不是数值型的输入或指标',
    en: '"{name}" under ties is not a numeric input or indicator',
  },
} as const satisfies Record<string, Wording>;
