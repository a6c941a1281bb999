// The state of a version: drafted, submitted, approved, retired.
import { StatusTag, type Tone } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { STUDIO } from '../studio-words.ts';

const TONES = {
  draft: 'plain',
  submitted: 'busy',
  approved: 'good',
  retired: 'warn',
} as const satisfies Readonly<Record<string, Tone>>;

export type SchemeStateName = keyof typeof TONES;

export function SchemeState({ state }: { readonly state: SchemeStateName }) {
  const t = useWords(STUDIO);
  return <StatusTag tone={TONES[state]}>{t[state]}</StatusTag>;
}
