// The bars we set ourselves, and whether a full run meets them.
import type { EngineResult } from './engine.ts';
import { figures } from './table.ts';
import { OURS, type TaskResult } from './task.ts';

export type Verdict = { readonly bar: string; readonly measured: string; readonly isMet: boolean };

export function verdicts(task: readonly TaskResult[], engine: readonly EngineResult[]): Verdict[] {
  return [
    ...taskVerdicts(task, 100_000, 2),
    ...taskVerdicts(task, 1_000_000, 1),
    ...memoryVerdict(task, 1_000_000),
    ...engine.map(({ name, ms, barMs }) => ({
      bar: `${name} in at most ${barMs} ms`,
      measured: `${figures(ms)} ms`,
      isMet: ms <= barMs,
    })),
  ];
}

/** `factor` times as fast as the fastest peer; nothing to say where no peer ran. */
function taskVerdicts(task: readonly TaskResult[], rows: number, factor: number): Verdict[] {
  const { ours, fastest } = rivals(task, rows);
  if (ours === undefined || fastest === undefined) return [];
  const aim = factor === 1 ? 'no slower than' : `at least ${factor} times as fast as`;
  return [
    {
      bar: `${rows.toLocaleString('en')} rows: ${aim} the fastest peer`,
      measured: `${seconds(ours)} s against ${seconds(fastest)} s (${fastest.engine}): ${figures(fastest.wallMs / ours.wallMs)} times as fast`,
      isMet: ours.wallMs * factor <= fastest.wallMs,
    },
  ];
}

function memoryVerdict(task: readonly TaskResult[], rows: number): Verdict[] {
  const { ours, fastest } = rivals(task, rows);
  if (ours?.peakMb === undefined || fastest?.peakMb === undefined) return [];
  return [
    {
      bar: `${rows.toLocaleString('en')} rows: at most half the memory of the fastest peer`,
      measured: `${figures(ours.peakMb)} MB against ${figures(fastest.peakMb)} MB (${fastest.engine}): ${figures(ours.peakMb / fastest.peakMb)} of it`,
      isMet: ours.peakMb * 2 <= fastest.peakMb,
    },
  ];
}

function rivals(
  task: readonly TaskResult[],
  rows: number,
): { ours: TaskResult | undefined; fastest: TaskResult | undefined } {
  const ofSize = task.filter((result) => result.rows === rows).toSorted((a, b) => a.wallMs - b.wallMs);
  const ours = ofSize.find(({ engine }) => engine === OURS.name);
  return { ours, fastest: ofSize.find((result) => result !== ours) };
}

function seconds({ wallMs }: TaskResult): string {
  return figures(wallMs / 1000);
}
