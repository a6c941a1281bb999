// Writes a file so that its name shows either the old content or all of the new one, never a part.
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#core/app-error.ts';

/** Drafts being written: a process that is told to stop takes them away. */
const drafts = new Set<string>();

export function removeDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
}

/** `write` fills a new file beside `file`, which then takes its name. Throws `file_not_written`, and leaves nothing behind. */
export async function writeAtomically(
  file: string,
  write: (fd: number) => void | Promise<void>,
): Promise<void> {
  const target = followLink(file);
  const draft = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(4).toString('hex')}.tmp`,
  );
  let opened = false;
  try {
    const fd = openSync(draft, 'wx');
    opened = true;
    drafts.add(draft);
    try {
      await write(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, target);
    drafts.delete(draft);
  } catch (error) {
    // Where the draft could not even be opened, removing it fails for the same reason.
    if (opened) rmSync(draft, { force: true });
    drafts.delete(draft);
    if (!isSystemError(error)) throw error;
    // What follows the comma names the draft, which means nothing to a reader.
    throw new AppError('file_not_written', { path: file, reason: error.message.replace(/, .*$/s, '') });
  }
}

/** A link stays a link: what it points to is replaced. */
function followLink(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
