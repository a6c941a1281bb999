// What the command line itself says.
import type { Wording } from '#core/diagnostic.ts';

export const CLI_MESSAGES = {
  command_unknown: {
    zh: '没有命令“{command}”',
    en: 'there is no command "{command}"',
    hint: { zh: '可用命令：{known}', en: 'commands: {known}' },
  },
  option_missing: {
    zh: '缺少选项 {option}',
    en: 'the option {option} is missing',
    hint: { zh: '用 mujun {command} --help 查看用法', en: 'see `mujun {command} --help`' },
  },
  wrong_use: {
    zh: '用法不对：{reason}',
    en: 'wrong use: {reason}',
    hint: { zh: '用 mujun {command} --help 查看用法', en: 'see `mujun {command} --help`' },
  },
  option_not_a_number: { zh: '{option} 应为数字，实为“{text}”', en: '{option} needs a number, not "{text}"' },
  option_not_whole: {
    zh: '{option} 应为 {least} 至 {most} 的整数，实为“{text}”',
    en: '{option} needs a whole number from {least} to {most}, not "{text}"',
  },
  spread_missing: {
    zh: '没有写明误差',
    en: 'no spread is given',
    hint: {
      zh: '写 --weights、--baselines 或 --figures，如 --figures 5%',
      en: 'give --weights, --baselines or --figures, such as --figures 5%',
    },
  },
  option_not_one_of: { zh: '{option} 只能是：{allowed}', en: '{option} must be one of: {allowed}' },
  set_not_understood: {
    zh: '--set 应写作 名称=数值，实为“{text}”',
    en: '--set needs name=number, not "{text}"',
  },
  scheme_not_found: {
    zh: '找不到方案“{name}”',
    en: 'the scheme "{name}" is not found',
    hint: {
      zh: '写文件路径，或内置方案名：{known}',
      en: 'give a path, or the name of a shipped scheme: {known}',
    },
  },
  file_argument_missing: {
    zh: '{command} 后面应给出文件',
    en: '{command} needs a file',
    hint: { zh: '用法见 mujun {command} --help', en: 'See mujun {command} --help' },
  },
  scheme_unreadable: {
    zh: '方案文件读不出来，或不是 UTF-8 编码：{file}',
    en: 'the scheme cannot be read, or is not UTF-8: {file}',
    hint: { zh: '请另存为 UTF-8', en: 'save it as UTF-8' },
  },
  id_unknown: {
    zh: '数据中没有“{id}”',
    en: '"{id}" is not in the data',
    hint: { zh: '相近的有：{near}', en: 'close to it: {near}' },
  },
  class_not_in_scheme: {
    zh: '方案没有“{class}”类；有：{known}',
    en: 'the scheme has no class {class}; it has: {known}',
  },
  scheme_without_classes: {
    zh: '方案没有分类（classes），不能做这项分析',
    en: 'the scheme has no classes, which this analysis needs',
  },
  column_not_in_result: {
    zh: '结果中没有列“{name}”',
    en: 'the result has no column "{name}"',
    hint: { zh: '可用列：{known}', en: 'columns: {known}' },
  },
  columns_not_understood: {
    zh: '--columns 应写作 列名[ as 新名]，用逗号隔开，实为“{text}”',
    en: '--columns needs names, each with an optional `as name`, separated by commas; not "{text}"',
  },
  overrides_need_columns: {
    zh: '调档文件 {file} 须有 id、class、reason 三列',
    en: 'the file of manual changes, {file}, needs the columns id, class and reason',
  },
  nothing_to_compare: {
    zh: '没有写明与什么比较',
    en: 'there is nothing to compare with',
    hint: {
      zh: '写 --with-scheme、--with-data 或 --with-set',
      en: 'give --with-scheme, --with-data or --with-set',
    },
  },
  subject_missing: {
    zh: '没有写明对象的编号',
    en: 'the id of a subject is missing',
    hint: { zh: '用 mujun {command} --help 查看用法', en: 'see `mujun {command} --help`' },
  },
  same_file: {
    zh: '输出文件不能与输入文件相同：{file}',
    en: 'the output must not be the input file: {file}',
  },
} as const satisfies Record<string, Wording>;
