// Credit codes of nobody: the right shape and check digits, in a region that issues none.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The `n`th code; different numbers give different codes. */
export function creditCode(n: number): string {
  const body = String(n).padStart(8, '0');
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  const check = 11 - (sum % 11);
  const organisation = body + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
  const head = `91990000${organisation}`;
  const total = WEIGHTS.reduce((acc, weight, i) => acc + weight * ALPHABET.indexOf(head[i] ?? '0'), 0);
  return head + (ALPHABET[(31 - (total % 31)) % 31] ?? '0');
}
