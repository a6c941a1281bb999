// Codes printed on papers: eighty bits in signs that cannot be taken for one another, typed back in any way people do.
import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '#engine/proof/canonical-json.ts';

/** Crockford's alphabet: neither I, L, O nor U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const BYTES = 10;
const BITS = 5;

export const newCode = (): string => codeOf(randomBytes(BYTES));

/** Of a published list: follows from the list itself, so that nothing has to be kept. */
export function publicationCode(list: {
  readonly publication_id: string;
  readonly merkle_root: string;
}): string {
  const { publication_id, merkle_root } = list;
  return codeOf(createHash('sha256').update(canonicalJson({ publication_id, merkle_root })).digest());
}

function codeOf(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes.subarray(0, BYTES)) bits += byte.toString(2).padStart(8, '0');
  let code = '';
  for (let i = 0; i < LENGTH; i++)
    code += SIGNS[Number.parseInt(bits.slice(i * BITS, (i + 1) * BITS), 2)] ?? '';
  return code;
}

/** As printed: four groups of four. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody typed as it is kept: spaces, dashes and case do not matter, nor O for 0 or l for 1. */
export function typedCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
