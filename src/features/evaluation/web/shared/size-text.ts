// The size of a file as people compare it.
import { fixed } from '#web/ui/numbers.ts';

const KB = 1024;

export const sizeText = (bytes: number): string =>
  bytes < KB * KB ? `${fixed(Math.max(1, bytes / KB), 0)} KB` : `${fixed(bytes / KB / KB, 1)} MB`;
