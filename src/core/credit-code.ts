// The unified social credit code of an organisation (GB 32100-2015), with the organisation code inside it (GB 11714-1997).
// A failed check is a warning, never a refusal: registers hold real firms whose code does not pass.
import { invariant } from './app-error.ts';
import { toHalfWidth } from './half-width.ts';

export type CreditCodeProblem = 'length' | 'charset' | 'check_digit' | 'organisation_check_digit';

type OrganisationKind =
  | 'enterprise'
  | 'sole_trader'
  | 'cooperative'
  | 'state_organ'
  | 'public_institution'
  | 'social_organisation'
  | 'rural_collective'
  | 'other';

export type CreditCodeCheck = {
  /** The code as normalised; not repaired. */
  readonly code: string;
  /** Division code of the registering authority (characters 3 to 8); empty when the length is wrong. */
  readonly region: string;
  readonly kind: OrganisationKind;
  readonly problems: readonly CreditCodeProblem[];
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // without I, O, S, V, Z
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]; // 3^i mod 31
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const KINDS: Readonly<Record<string, OrganisationKind>> = {
  '11': 'state_organ',
  '12': 'public_institution',
  '51': 'social_organisation',
  '52': 'social_organisation',
  '53': 'social_organisation',
  '91': 'enterprise',
  '92': 'sole_trader',
  '93': 'cooperative',
  N1: 'rural_collective',
  N2: 'rural_collective',
  N3: 'rural_collective',
};

/** Upper case, half-width, without any white space or zero-width character. */
export function normaliseCreditCode(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200B-\u200D]/g, '')
    .toUpperCase();
}

/** Reads a code and names everything that is wrong with it. An empty `problems` means the code is valid. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = normaliseCreditCode(text);
  const kind = KINDS[code.slice(0, 2)] ?? 'other';
  if (code.length !== 18) return { code, region: '', kind, problems: ['length'] };
  const region = code.slice(2, 8);
  if (!SHAPE.test(code)) return { code, region, kind, problems: ['charset'] };
  const problems: CreditCodeProblem[] = [];
  if (checkCharacter(code) !== code[17]) problems.push('check_digit');
  if (organisationCheckCharacter(code.slice(8)) !== code[16]) problems.push('organisation_check_digit');
  return { code, region, kind, problems };
}

export type WrongCharacter = {
  /** Counted from one. */
  readonly at: number;
  readonly found: string;
  readonly problem: 'digit_needed' | 'not_used' | 'check_digit' | 'organisation_check_digit';
  /** What belongs there: of a check character by the others, of a letter the digit it is mistaken for. */
  readonly expected?: string;
};

/** Letters that are never used and look like a digit. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' };

/**
 * Where a code is wrong, also one that is still being typed. A check character that does not fit is named when nothing else
 * is wrong; that of the organisation first, because the last character counts it in.
 */
export function wrongCharacters(text: string): readonly WrongCharacter[] {
  const { code, problems } = checkCreditCode(text);
  const unused = code.split('').flatMap((found, i): WrongCharacter[] => {
    const digit = i >= 2 && i < 8;
    if (digit ? /\d/.test(found) : ALPHABET.includes(found)) return [];
    const like = LOOKS_LIKE[found];
    const problem = digit ? 'digit_needed' : 'not_used';
    return [{ at: i + 1, found, problem, ...(like === undefined ? {} : { expected: like }) }];
  });
  if (unused.length > 0 || code.length !== 18) return unused;
  if (problems.includes('organisation_check_digit')) {
    const expected = organisationCheckCharacter(code.slice(8));
    return [{ at: 17, found: code.charAt(16), problem: 'organisation_check_digit', expected }];
  }
  if (!problems.includes('check_digit')) return [];
  return [{ at: 18, found: code.charAt(17), problem: 'check_digit', expected: checkCharacter(code) }];
}

/**
 * A made-up, always valid enterprise code. Its organisation code begins with XX, outside the issued ranges, so that it
 * never names a real firm.
 */
export function makeCreditCode(region: string, serial: number): string {
  invariant(/^\d{6}$/.test(region), 'a region code has six digits');
  invariant(Number.isInteger(serial) && serial >= 0 && serial < 31 ** 6, 'a serial lies in [0, 31^6)');
  let rest = serial;
  let organisation = '';
  for (let i = 0; i < 6; i += 1) {
    organisation = ALPHABET.charAt(rest % 31) + organisation;
    rest = Math.floor(rest / 31);
  }
  organisation = `XX${organisation}`;
  const body = `91${region}${organisation}${organisationCheckCharacter(organisation)}`;
  return body + checkCharacter(body);
}

function checkCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(code.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function organisationCheckCharacter(organisation: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(organisation.charAt(i), 36),
    0,
  );
  return '0123456789X'.charAt((11 - (sum % 11)) % 11);
}
