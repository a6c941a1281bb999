// Runs a program once and measures it from outside: wall time, processor time and peak memory of the whole process.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';

export type Measured = {
  readonly wallMs: number;
  /** User and system time together; undefined where there is no /proc. */
  readonly cpuMs: number | undefined;
  readonly peakMb: number | undefined;
  /** Of the last minute, before the program began: shows whether the machine was busy with something else. */
  readonly load: number;
};

/**
 * Linux keeps both figures under /proc while a process lives, so no helper program is needed and the measured one is left
 * alone. `getrusage` would count the memory of the parent it was forked from; VmHWM begins anew with the program. What a
 * process takes in its last few milliseconds escapes.
 */
const SAMPLE_MS = 4;
const TICKS_PER_SECOND = 100;

/** Fails with what the program wrote to stderr when it does not end well. */
export async function measure(argv: readonly string[]): Promise<Measured> {
  const [program = '', ...rest] = argv;
  const load = loadavg()[0] ?? 0;
  const began = performance.now();
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
  let usage: Usage = { cpuMs: undefined, peakMb: undefined };
  const sampling = setInterval(() => {
    usage = sample(child.pid, usage);
  }, SAMPLE_MS);
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  try {
    const wallMs = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', () => {
        resolve(performance.now() - began);
      });
    });
    if (child.exitCode !== 0) throw new Error(`${argv.join(' ')}\n${Buffer.concat(said).toString('utf8')}`);
    return { wallMs, ...usage, load };
  } finally {
    clearInterval(sampling);
  }
}

type Usage = Pick<Measured, 'cpuMs' | 'peakMb'>;

function sample(pid: number | undefined, before: Usage): Usage {
  if (pid === undefined) return before;
  const [, highWater] = /^VmHWM:\s*(\d+) kB/m.exec(readProc(pid, 'status')) ?? [];
  // Fields are counted from the one after the program's name, which may hold blanks: user and system time are the 12th and 13th.
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  return {
    cpuMs: Number.isNaN(ticks) ? before.cpuMs : (ticks * 1000) / TICKS_PER_SECOND,
    peakMb: highWater === undefined ? before.peakMb : (Number(highWater) * 1024) / 1e6,
  };
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process has ended, or the system has no /proc.
    return '';
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
