// States of imports by tone.
import type { Import } from '#capabilities/collection/contract/imports.ts';
import type { Tone } from '#web/ui/StatusTag.tsx';

export const IMPORT_TONES: Readonly<Record<Import['state'], Tone>> = {
  reading: 'busy',
  staged: 'warn',
  accepted: 'good',
  rejected: 'plain',
  undone: 'plain',
  failed: 'bad',
};
