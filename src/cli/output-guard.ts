// A result must not take the place of what it is made from.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '#core/app-error.ts';
import type { Arguments } from './command.ts';

const SINGLE_INPUTS = ['data', 'overrides', 'scheme', 'with-data', 'with-scheme'];
const REPEATED_INPUTS = ['previous', 'with-previous'];

/** Links count as what they point to. Throws `same_file`. */
export function checkOutput(args: Arguments): void {
  const out = args.text('out');
  if (out === undefined) return;
  const inputs = [
    ...SINGLE_INPUTS.flatMap((name) => args.text(name) ?? []),
    ...REPEATED_INPUTS.flatMap((name) => args.list(name)),
  ];
  if (inputs.some((input) => trueName(input) === trueName(out)))
    throw new AppError('same_file', { file: out });
}

function trueName(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
