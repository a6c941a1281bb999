// What a password must be, as 等保 2.0 level 3 is usually met: long, mixed, not guessable, not an old one.

export type PasswordFault =
  | 'password_too_short'
  | 'password_too_simple'
  | 'password_has_name'
  | 'password_common'
  | 'password_used_before';

export const LEAST_LENGTH = 10;
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];
const CLASSES_NEEDED = 3;

/** Beginnings of what people take when they are made to mix: with a year or a few signs they pass every other rule. */
const COMMON = [
  /^p[a@]ssw[o0]rd/i,
  /^admin/i,
  /^qwe?rty/i,
  /^1q2w3e/i,
  /^abc\d?123/i,
  /^(?:123){2}|^12345/,
  /^welcome/i,
  /^iloveyou/i,
  /^(.)\1{4}/,
];

/** Undefined for a good one. Whether it was used before is for those who have the old ones. */
export function passwordFault(password: string, accountName: string): PasswordFault | undefined {
  if ([...new Intl.Segmenter().segment(password)].length < LEAST_LENGTH) return 'password_too_short';
  if (CLASSES.filter((kind) => kind.test(password)).length < CLASSES_NEEDED) return 'password_too_simple';
  const [lower, name] = [password.toLowerCase(), accountName.toLowerCase()];
  if (name.length >= 3 && (lower.includes(name) || lower.includes(Array.from(name).toReversed().join(''))))
    return 'password_has_name';
  return COMMON.some((pattern) => pattern.test(password)) ? 'password_common' : undefined;
}
