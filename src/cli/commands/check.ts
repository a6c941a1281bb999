// `mujun check`: everything wrong with a scheme, and with figures under it, at once.
import { hasErrors } from '#core/diagnostic.ts';
import { evaluate } from '#engine/run/evaluate.ts';
import type { Command } from '../command.ts';
import { readDataset } from '../data.ts';
import { EVALUATION_OPTIONS, printFindings } from '../evaluation.ts';
import { openScheme, readParameters } from '../schemes.ts';

const { scheme, set, id, sheet, json } = EVALUATION_OPTIONS;

export const checkCommand: Command = {
  name: 'check',
  summary: { zh: '检查方案，也可连同数据一起检查', en: 'check a scheme, and figures under it' },
  options: {
    scheme,
    data: { ...EVALUATION_OPTIONS.data, required: false },
    previous: EVALUATION_OPTIONS.previous,
    set,
    id,
    sheet,
    json,
  },
  example: 'mujun check --scheme 我的方案.yaml --data 企业.xlsx',
  run: async (args, io) => {
    const opened = openScheme(args.text('scheme') ?? '', readParameters(args.list('set')));
    const place = { file: opened.file, locate: opened.locate };
    const findings = [...opened.diagnostics];
    const data = args.text('data');
    if (opened.plan !== undefined && data !== undefined) {
      const options = { id: args.text('id'), sheet: args.text('sheet') };
      const read = await readDataset(data, opened.plan, options);
      findings.push(...read.diagnostics);
      const history = [];
      for (const file of args.list('previous')) {
        const earlier = await readDataset(file, opened.plan, options);
        findings.push(...earlier.diagnostics);
        if (earlier.dataset !== undefined) history.push(earlier.dataset);
      }
      if (read.dataset !== undefined)
        findings.push(...evaluate(opened.plan, { ...read.dataset, history }).diagnostics);
    }
    if (args.flag('json')) io.out(JSON.stringify(findings));
    else printFindings(findings, io, place);
    const failed = hasErrors(findings);
    if (!args.flag('json') && !failed) io.out(io.lang === 'zh' ? '检查通过' : 'no errors');
    return failed ? 1 : 0;
  },
};
