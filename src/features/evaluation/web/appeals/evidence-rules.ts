// What the server takes as evidence, told before anything is sent.

export const EVIDENCE_ENDINGS = ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx'] as const;
const MOST_EVIDENCE = 10;
const LARGEST = 20 * 1024 * 1024;

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
  if (size > LARGEST) return 'evidenceSize';
  if (others.some((other) => other.name === name && other.size === size)) return 'evidenceTwice';
  return others.length >= MOST_EVIDENCE ? 'evidenceMany' : undefined;
}
