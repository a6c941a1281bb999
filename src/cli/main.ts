// The process: arguments in, text out, exit code.
import { removeDrafts } from '#platform/sheets/atomic-file.ts';
import type { Io } from './command.ts';
import { languageOf, runCommandLine } from './command-line.ts';

const argv = process.argv.slice(2);
let shown = false;

const clear = (): void => {
  if (shown) process.stderr.write('\r\u001b[K');
  shown = false;
};

const io: Io = {
  lang: languageOf(argv),
  out: (text) => {
    clear();
    process.stdout.write(`${text}\n`);
  },
  err: (text) => {
    clear();
    process.stderr.write(`${text}\n`);
  },
  progress: (text) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\u001b[K${text}`);
    shown = true;
  },
};

// A reader such as `head` may close the pipe early; that is its right and no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

// Stopped in the middle of writing, nothing half written stays behind.
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const) {
  process.once(signal, () => {
    removeDrafts();
    process.exit(128 + number);
  });
}

async function main(): Promise<void> {
  process.exitCode = await runCommandLine(argv, io);
}

void main();
