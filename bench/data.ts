// The figures that all engines read, made once and kept in bench/data.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateLines } from './generate.ts';
import { sharedFile } from './shared.ts';

const FOLDER = fileURLToPath(new URL('./data/', import.meta.url));

export type Data = {
  readonly file: string;
  /** Whether it is the data that the expected figures of the task were computed from. */
  readonly isOfTask: boolean;
};

export function benchData(rows: number): Data {
  mkdirSync(FOLDER, { recursive: true });
  const ofTask = dataPath(`task-${rows}.csv`);
  if (existsSync(ofTask) || makeWithPython(rows, ofTask)) return { file: ofTask, isOfTask: true };
  const own = dataPath(`own-${rows}.csv`);
  if (!existsSync(own)) makeOwn(rows, own);
  return { file: own, isOfTask: false };
}

/** Where an engine puts its result. */
export function dataPath(name: string): string {
  return FOLDER + name;
}

function makeWithPython(rows: number, file: string): boolean {
  const generator = sharedFile('gen.py');
  if (generator === undefined) return false;
  const made = spawnSync('python3', [generator, String(rows), `${file}.part`], { stdio: 'ignore' });
  if (made.status !== 0) return false;
  renameSync(`${file}.part`, file);
  return true;
}

function makeOwn(rows: number, file: string): void {
  const fd = openSync(`${file}.part`, 'w');
  for (const lines of generateLines(rows)) writeSync(fd, lines);
  closeSync(fd);
  renameSync(`${file}.part`, file);
}
