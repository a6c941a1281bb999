// The results as Markdown: machine, task, engine, bars.
import { cpus, release, totalmem, type } from 'node:os';
import type { Verdict } from './bars.ts';
import type { EngineResult } from './engine.ts';
import type { Absent, Engine } from './peers.ts';
import type { StepResult } from './profile.ts';
import { figures, markdownTable, times } from './table.ts';
import { differenceText, OURS, type TaskResult } from './task.ts';

export type Report = {
  readonly task: readonly TaskResult[];
  readonly peers: readonly Engine[];
  readonly absent: readonly Absent[];
  /** How our result compares with the figures that came with the task. */
  readonly expected: string;
  readonly engine: readonly EngineResult[];
  readonly steps: readonly StepResult[];
  readonly verdicts: readonly Verdict[];
};

export function renderReport(report: Report): string {
  const parts = [
    machineText(),
    '## The task, CSV to CSV',
    'Whole process: wall time and processor time (user and system, both cores) of the middle run, and the middle of the peaks of resident memory. Ratios are to Mujun: above 1 means slower or larger. "Result" compares with ours; ours is compared with plain loops written from the task\'s description.',
    taskTable(report.task),
    `Against the expected figures of the task: ${report.expected}. ${peersText(report)}`,
    '## The engine alone',
    'One thread, in process, warmed up, medians. "Plain pass" reads every input column once and writes one column: the limit of the machine.',
    engineTable(report.engine),
  ];
  parts.push(
    '## Where the time goes',
    'Milliseconds of each step of our command, medians, and the memory resident at its end. "Start" is Node itself and loading the program.',
    stepTable(report.steps),
  );
  if (report.verdicts.length > 0) parts.push('## Bars', barTable(report.verdicts));
  return `${parts.join('\n\n')}\n`;
}

function machineText(): string {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${figures(totalmem() / 1e9)} GB; ${type()} ${release()}; Node ${process.version}.`;
}

function taskTable(task: readonly TaskResult[]): string {
  const header = [
    'rows',
    'engine',
    'runs',
    'wall s',
    '× ours',
    'CPU s',
    'peak MB',
    '× ours',
    'load',
    'result',
  ];
  const rows = task.map((result) => {
    const ours = task.find(({ rows: size, engine }) => size === result.rows && engine === OURS.name);
    const ratio = (key: 'wallMs' | 'peakMb'): string =>
      times((result[key] ?? Number.NaN) / (ours?.[key] ?? Number.NaN));
    return [
      result.rows.toLocaleString('en'),
      result.engine,
      result.runs,
      figures(result.wallMs / 1000),
      ratio('wallMs'),
      figures(result.cpuMs === undefined ? undefined : result.cpuMs / 1000),
      figures(result.peakMb),
      ratio('peakMb'),
      result.load.toFixed(1),
      differenceText(result.difference),
    ];
  });
  return markdownTable(header, rows);
}

function peersText({ peers, absent }: Report): string {
  const present = peers.map(({ name, version }) => `${name} ${version}`);
  const left = absent.map(({ name, reason }) => `${name} (${reason})`);
  const compared = present.length === 0 ? 'No peer ran.' : `Peers: ${present.join(', ')}.`;
  return left.length === 0 ? compared : `${compared} Left out: ${left.join(', ')}.`;
}

function engineTable(engine: readonly EngineResult[]): string {
  const rows = engine.map(({ name, ms, passMs }) => [
    name,
    figures(ms),
    figures(passMs),
    times(passMs === undefined ? undefined : ms / passMs),
  ]);
  return markdownTable(['work', 'ms', 'plain pass ms', '× plain pass'], rows);
}

function stepTable(steps: readonly StepResult[]): string {
  const sizes = [...new Set(steps.map(({ rows }) => rows))];
  const names = [...new Set(steps.map(({ step }) => step))];
  const header = ['step', ...sizes.flatMap((rows) => [`${rows.toLocaleString('en')} rows: ms`, 'MB'])];
  const rows = names.map((name) => [
    name,
    ...sizes.flatMap((size) => {
      const found = steps.find((step) => step.rows === size && step.step === name);
      return [figures(found?.ms), figures(found?.residentMb)];
    }),
  ]);
  return markdownTable(header, rows);
}

function barTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ bar, measured, isMet }) => [bar, measured, isMet ? 'met' : 'NOT MET']);
  return markdownTable(['bar', 'measured', 'verdict'], rows);
}
