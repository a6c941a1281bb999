// What the server takes as evidence, told before anything is sent.
import { LARGEST_EVIDENCE, MOST_EVIDENCE } from '#features/evaluation/model/evidence-limits.ts';

export const EVIDENCE_ENDINGS = ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx'] as const;

export type EvidenceFault =
  | 'evidenceKind'
  | 'evidenceEmpty'
  | 'evidenceSize'
  | 'evidenceMany'
  | 'evidenceTwice';

type Named = { readonly name: string; readonly size: number };

/** `others` are those chosen already. */
export function evidenceFault({ name, size }: Named, others: readonly Named[]): EvidenceFault | undefined {
  const ending = name.includes('.') ? (name.toLowerCase().split('.').at(-1) ?? '') : '';
  if (!EVIDENCE_ENDINGS.some((known) => known === ending)) return 'evidenceKind';
  if (size === 0) return 'evidenceEmpty';
  if (size > LARGEST_EVIDENCE) return 'evidenceSize';
  if (others.some((other) => other.name === name && other.size === size)) return 'evidenceTwice';
  return others.length >= MOST_EVIDENCE ? 'evidenceMany' : undefined;
}
