// The wording of every finding about a sheet, and of the errors of writing one.
import type { Wording } from '#core/diagnostic.ts';

export const SHEET_MESSAGES = {
  file_not_found: {
    zh: '找不到文件“{path}”',
    en: 'There is no file "{path}"',
    hint: { zh: '请核对路径和文件名', en: 'Check the path and the name' },
  },
  not_a_file: {
    zh: '这不是文件，而是文件夹、管道或设备',
    en: 'This is not a file but a folder, a pipe or a device',
    hint: { zh: '请给出数据文件的路径', en: 'Give the path of a file' },
  },
  file_unreadable: {
    zh: '文件读不出来：{reason}',
    en: 'The file cannot be read: {reason}',
    hint: {
      zh: '请确认文件完整、有读取权限，且未被其他程序占用',
      en: 'Check that it is complete, that you may read it, and that no other program holds it',
    },
  },
  file_too_large: {
    zh: '文件过大：{size} MB，最多 {limit} MB',
    en: 'The file is too large: {size} MB, the limit is {limit} MB',
    hint: { zh: '请另存为 CSV', en: 'Save it as CSV' },
  },
  workbook_not_markable: {
    zh: '原文件不是工作簿，无法标注',
    en: 'The file is not a workbook and cannot be marked',
  },
  xls_damaged: {
    zh: '这个 .xls 文件打不开',
    en: 'This .xls file cannot be opened',
    hint: { zh: '请用Excel或WPS打开后另存为 .xlsx', en: 'Open it in Excel or WPS and save it as .xlsx' },
  },
  empty_file: {
    zh: '文件是空的',
    en: 'The file is empty',
    hint: {
      zh: '第一行应为表头，每个对象占一行',
      en: 'The first row has the headers, and every subject a row of its own',
    },
  },
  no_rows: {
    zh: '只有表头，没有数据',
    en: 'There is a header but no data',
    hint: { zh: '请在表头下逐行填写', en: 'Enter the data below the header, one subject per row' },
  },
  encoding_gbk: {
    zh: '文件不是 UTF-8 编码，已按 GB 18030（含 GBK）读取',
    en: 'The file is not in UTF-8 and was read as GB 18030 (which includes GBK)',
    hint: {
      zh: '如中文显示为乱码，请另存为“CSV UTF-8”',
      en: 'If Chinese text looks garbled, save the file as "CSV UTF-8"',
    },
  },
  encoding_unknown: {
    zh: '无法识别文件编码',
    en: 'The encoding of the file is not known',
    hint: { zh: '请另存为“CSV UTF-8”', en: 'Save it as "CSV UTF-8"' },
  },
  column_missing: {
    zh: '缺少“{column}”列，文件中相近的表头有：{nearest}',
    en: 'There is no column "{column}"; headers most like it: {nearest}',
    hint: {
      zh: '请修改表头，或在方案中为该列加别名',
      en: 'Change the header, or add an alias to the column in the scheme',
    },
  },
  column_twice: {
    zh: '“{column}”列出现两次：{first}、{second}',
    en: 'The column "{column}" is there twice: {first}, {second}',
    hint: { zh: '请只保留一列', en: 'Keep one of them' },
  },
  row_too_short: {
    zh: '这一行的单元格比表头少，缺少的按空白处理',
    en: 'The row has fewer cells than the header; the missing ones count as absent',
    hint: { zh: '请检查是否漏了分隔符', en: 'Check for a missing delimiter' },
  },
  row_too_long: {
    zh: '这一行的单元格比表头多，多出“{text}”',
    en: 'The row has more cells than the header, beginning with "{text}"',
    hint: {
      zh: '含逗号的内容要加英文双引号，如 "1,234"',
      en: 'Put text that has a comma in double quotes, such as "1,234"',
    },
  },
  quote_not_closed: {
    zh: '从这一行起有一个英文双引号没有配对',
    en: 'A double quote that opens in this row is never closed',
    hint: {
      zh: '请补上，或把单元格内的双引号写成两个',
      en: 'Close it, or write a double quote inside a cell twice',
    },
  },
  not_a_number: {
    zh: '“{text}”不是数字',
    en: '"{text}" is not a number',
    hint: { zh: '没有数据的请留空', en: 'Leave the cell empty when there is no figure' },
  },
  number_with_unit_suffix: {
    zh: '“{text}”带有单位，未自动换算',
    en: '"{text}" carries a unit and is not converted',
    hint: {
      zh: '单元格内只填数字，单位写在表头的括号里，如“税收（万元）”',
      en: 'Enter the bare number, and put the unit in the header, such as "tax (10k yuan)"',
    },
  },
  not_a_flag: {
    zh: '“{text}”不是“是”或“否”',
    en: '"{text}" is neither yes nor no',
    hint: { zh: '请填写是、否，或1、0', en: 'Enter yes or no, or 1 or 0' },
  },
  not_a_date: {
    zh: '“{text}”不是日期',
    en: '"{text}" is not a date',
    hint: { zh: '请写成2024-06-30', en: 'Write 2024-06-30' },
  },
  digits_lost: {
    zh: '“{text}”是以数字保存的长编码，第15位以后已丢失',
    en: '"{text}" is a long code saved as a number: digits after the 15th are lost',
    hint: { zh: '请将该列设为文本格式后重新填写', en: 'Format the column as text and enter it again' },
  },
  cell_error: {
    zh: '单元格是错误值 {text}',
    en: 'The cell holds the error {text}',
    hint: {
      zh: '请修正公式；没有数据的请留空',
      en: 'Mend the formula, or leave the cell empty when there is no figure',
    },
  },
  cell_formula_without_value: {
    zh: '公式“{text}”没有保存计算结果',
    en: 'The formula "{text}" was saved without its result',
    hint: {
      zh: '请用 Excel 或 WPS 打开，重新计算后保存',
      en: 'Open the file in Excel or WPS and save it again',
    },
  },
  merged_cells: {
    zh: '{range} 是合并单元格，只有左上角有值，其余按空白处理',
    en: 'The cells {range} are merged: only the first has a value, the others count as absent',
    hint: { zh: '请取消合并，逐格填写', en: 'Split them and enter a value in each' },
  },
  hidden_rows: {
    zh: '有 {count} 个隐藏的行，也已读取',
    en: '{count} hidden rows were read as well',
    hint: { zh: '不需要的行请删除', en: 'Delete the rows that are not wanted' },
  },
  hidden_columns: {
    zh: '所用的列中有隐藏列：{columns}',
    en: 'Some of the columns in use are hidden: {columns}',
    hint: { zh: '请确认其中的数据是最新的', en: 'Check that their data are current' },
  },
  sheet_not_found: {
    zh: '没有名为“{name}”的工作表，文件中有：{sheets}',
    en: 'There is no sheet "{name}"; the file has: {sheets}',
    hint: { zh: '请核对工作表名', en: 'Check the name of the sheet' },
  },
  not_xlsx: {
    zh: '不是完整的 .xlsx 文件',
    en: 'This is not a complete .xlsx file',
    hint: {
      zh: '请重新下载，或用 Excel 或 WPS 打开后另存为 .xlsx',
      en: 'Download it again, or open it in Excel or WPS and save it as .xlsx',
    },
  },
  xls_not_supported: {
    zh: '不支持旧版 .xls 和加密的工作簿',
    en: 'Old .xls workbooks and encrypted ones are not supported',
    hint: { zh: '请另存为不加密的 .xlsx', en: 'Save it as .xlsx without a password' },
  },
  extension_differs: {
    zh: '文件扩展名是 {extension}，内容是 {format}，已按 {format} 读取',
    en: 'The file is named {extension} but holds {format} and was read as such',
    hint: {
      zh: '无需处理；如需避免误会，请修改扩展名',
      en: 'Nothing needs doing; rename the file to avoid misunderstandings',
    },
  },
  not_a_table: {
    zh: '文件内容不是表格（{found}）',
    en: 'The file does not hold a table ({found})',
    hint: { zh: '支持 CSV、XLSX、JSON 和 Arrow', en: 'CSV, XLSX, JSON and Arrow can be read' },
  },
  xlsx_external_entity: {
    zh: '文件含有不允许的 XML 声明（DOCTYPE）',
    en: 'The file has an XML declaration that is not allowed (DOCTYPE)',
    hint: { zh: '请用 Excel 或 WPS 打开后重新保存', en: 'Open it in Excel or WPS and save it again' },
  },
  json_not_understood: {
    zh: 'JSON 读不懂：{reason}',
    en: 'The JSON cannot be understood: {reason}',
    hint: { zh: '请检查引号、逗号和括号', en: 'Check quotes, commas and brackets' },
  },
  json_not_a_table: {
    zh: 'JSON 中没有表格',
    en: 'The JSON has no table',
    hint: {
      zh: '应为对象数组，或 columns 下每列一个数组',
      en: 'It has to be an array of objects, or an array per column under "columns"',
    },
  },
  json_row_not_object: {
    zh: '这一项不是对象',
    en: 'This element is not an object',
    hint: {
      zh: '每一项应为一个对象，如 {"企业名称": "甲", "税收": 12.5}',
      en: 'Each element has to be an object, such as {"name": "A", "tax": 12.5}',
    },
  },
  json_column_not_array: {
    zh: '这一列不是数组',
    en: 'This column is not an array',
    hint: { zh: 'columns 下每列应为一个数组', en: 'Under "columns" every column has to be an array' },
  },
  json_column_short: {
    zh: '这一列只有 {length} 个值，其他列有 {rows} 个',
    en: 'This column has only {length} values, others have {rows}',
    hint: {
      zh: '各列的值应一样多，没有数据的写 null',
      en: 'All columns need the same number of values; write null where there is none',
    },
  },
  json_nested: {
    zh: '值是数组或对象：{text}',
    en: 'The value is an array or an object: {text}',
    hint: {
      zh: '应为数字、文本、true、false 或 null',
      en: 'It has to be a number, a text, true, false or null',
    },
  },
  arrow_not_understood: {
    zh: 'Arrow 文件读不懂：{reason}',
    en: 'The Arrow file cannot be understood: {reason}',
    hint: { zh: '请不压缩，重新写出', en: 'Write it again, without compression' },
  },
  arrow_column_kind: {
    zh: 'Arrow 列“{column}”是 {found}，应为 {wanted}',
    en: 'The Arrow column "{column}" is {found}, wanted is {wanted}',
    hint: { zh: '请以相应类型重新写出', en: 'Write it again with that type' },
  },
  findings_not_listed: {
    zh: '只列出前 {shown} 条，另有 {more} 条',
    en: 'Only the first {shown} findings are listed; there are {more} more',
    hint: { zh: '改正后请再检查一遍', en: 'Check again after mending these' },
  },
  format_unknown: {
    zh: '不认识的输出格式“{path}”',
    en: 'The output format of "{path}" is not known',
    hint: {
      zh: '扩展名应为 .csv、.xlsx、.json 或 .arrow',
      en: 'The name has to end in .csv, .xlsx, .json or .arrow',
    },
  },
  xlsx_too_many_rows: {
    zh: '一个工作表最多 {limit} 行，本次有 {rows} 行',
    en: 'A sheet holds at most {limit} rows, these are {rows}',
    hint: { zh: '请改写为 .csv', en: 'Write a .csv instead' },
  },
  file_not_written: {
    zh: '无法写入“{path}”：{reason}',
    en: 'Cannot write "{path}": {reason}',
    hint: {
      zh: '请确认目录存在、有写入权限，且文件未被打开',
      en: 'Check that the folder exists, that you may write there, and that the file is not open',
    },
  },
} as const satisfies Record<string, Wording>;

export type SheetCode = keyof typeof SHEET_MESSAGES;
