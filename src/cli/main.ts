// The process: arguments in, text out, exit code.
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
  throw error;
});

async function main(): Promise<void> {
  process.exitCode = await runCommandLine(argv, io);
}

void main();
