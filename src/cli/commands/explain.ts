// `mujun explain`: why a subject has its score and class, step by step, with parts that add up.
import { AppError } from '#core/app-error.ts';
import { explainRow } from '#engine/explain/explain.ts';
import { renderExplanation } from '#engine/explain/render.ts';
import type { Command } from '../command.ts';
import { EVALUATION_OPTIONS, openRun } from '../evaluation.ts';
import { requireRow } from '../lookup.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: { zh: '说明一个对象为什么是这个得分和等级', en: 'explain why a subject has its score and class' },
  positionals: 'ID…',
  options: EVALUATION_OPTIONS,
  example: 'mujun explain --scheme huangyan-2022-above-scale-areas --data examples/lishui-2019.csv 莲都区',
  run: async (args, io) => {
    if (args.positionals.length === 0) throw new AppError('subject_missing', { command: 'explain' });
    const opened = await openRun(args, io);
    if (opened === undefined) return 1;
    const explanations = args.positionals.map((id) => explainRow(opened.run, requireRow(opened.dataset, id)));
    if (args.flag('json')) io.out(JSON.stringify(explanations));
    else io.out(explanations.map((e) => [e.id, ...renderExplanation(e, io.lang)].join('\n')).join('\n\n'));
    return 0;
  },
};
