import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

describe('a password', () => {
  test.each([
    ['Kurz-1', 'password_too_short'],
    ['😀😀😀A1', 'password_too_short'],
    ['alllowercase', 'password_too_simple'],
    ['lower12345678', 'password_too_simple'],
    ['Wang.Fang-2026', 'password_has_name'],
    ['xx-GNAF.gnaw-1', 'password_has_name'],
    ['Password-2026', 'password_common'],
    ['Admin@123456', 'password_common'],
    ['Qwerty-12345', 'password_common'],
  ])('%s is refused: %s', (password, fault) => {
    expect(passwordFault(password, 'wang.fang')).toBe(fault);
  });

  test('of four words in three classes is good', () => {
    expect(passwordFault('Orange-Meadow-17', 'wang.fang')).toBeUndefined();
    expect(passwordFault('亩均-Orange-Meadow', 'wang.fang')).toBeUndefined();
  });

  test('that is accepted is long and mixed', () => {
    const signs = fc.string({ minLength: 0, maxLength: 30, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(signs, (password) => {
        if (passwordFault(password, 'somebody') !== undefined) return;
        const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password));
        expect(password.length).toBeGreaterThanOrEqual(10);
        expect(classes.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
