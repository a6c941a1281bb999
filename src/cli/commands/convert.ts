// `mujun convert`: the columns a scheme needs, from one file format to another.
import type { InputPlan } from '#engine/scheme/plan.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { dayToText } from '#platform/sheets/cell-text.ts';
import { type OutputColumn, writeTable } from '#platform/sheets/write.ts';
import type { Command } from '../command.ts';
import { readDataset } from '../data.ts';
import { EVALUATION_OPTIONS, printFindings } from '../evaluation.ts';
import { openScheme } from '../schemes.ts';

const { scheme, data, id, sheet } = EVALUATION_OPTIONS;

export const convertCommand: Command = {
  name: 'convert',
  summary: {
    zh: '把方案所需的列转换为另一种文件格式',
    en: 'convert the columns a scheme needs to another file format',
  },
  options: {
    scheme,
    data,
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      required: true,
      zh: '输出文件（.csv .xlsx .json .arrow）',
      en: 'the output file (.csv .xlsx .json .arrow)',
    },
    id,
    sheet,
  },
  example: 'mujun convert --scheme huaian-2024 --data 企业.xlsx --out 企业.arrow',
  run: async (args, io) => {
    const opened = openScheme(args.text('scheme') ?? '');
    printFindings(opened.diagnostics, io, { file: opened.file, locate: opened.locate });
    if (opened.plan === undefined) return 1;
    const from = args.text('data') ?? '';
    const out = args.text('out') ?? '';
    const read = await readDataset(from, opened.plan, { id: args.text('id'), sheet: args.text('sheet') });
    printFindings(read.diagnostics, io);
    if (read.dataset === undefined) return 1;
    await writeTable(out, outputColumns(read.dataset, opened.plan.inputs), read.dataset.table.rows, {});
    io.out(
      io.lang === 'zh'
        ? `已写入 ${out}，共 ${read.dataset.table.rows} 行`
        : `${read.dataset.table.rows} rows written to ${out}`,
    );
    return 0;
  },
};

function outputColumns(dataset: Dataset, inputs: readonly InputPlan[]): OutputColumn[] {
  const columns: OutputColumn[] = [{ header: 'id', kind: 'text', column: dataset.ids }];
  for (const { name, kind } of inputs) {
    const column = dataset.table.columns.get(name);
    const unit = dataset.units?.get(name);
    const header = unit === undefined ? name : `${name}(${unit})`;
    if (kind === 'date' && column?.kind === 'number')
      columns.push({ header, kind: 'strings', at: dateAt(column.values) });
    else if (column?.kind === 'number') columns.push({ header, kind: 'number', values: column.values });
    if (column?.kind === 'category')
      columns.push({ header, kind: 'category', codes: column.codes, labels: column.labels });
    if (column?.kind === 'text') columns.push({ header, kind: 'text', column });
  }
  return columns;
}

/** A date is days inside and a date outside: the number of days alone would be read back as another day. */
function dateAt(days: Float64Array): (row: number) => string {
  return (row) => {
    const day = days[row] as number;
    return Number.isNaN(day) ? '' : dayToText(day);
  };
}
