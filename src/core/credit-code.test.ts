import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCreditCode, makeCreditCode, wrongCharacters } from './credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'.split('');

describe('checkCreditCode', () => {
  test.each([
    ['91370800MA94FCPE5E', '370800', 'enterprise'],
    ['913708003104166341', '370800', 'enterprise'],
    ['11370800004234373R', '370800', 'state_organ'],
    ['11370881004339597L', '370881', 'state_organ'],
  ])('accepts the real code %s', (code, region, kind) => {
    expect(checkCreditCode(code)).toEqual({ code, region, kind, problems: [] });
  });

  test('reads a code as people type it', () => {
    const typed = '\u3000９1370800 ma94\u00a0ＦＣＰＥ5e\u200b ';
    expect(checkCreditCode(typed)).toMatchObject({ code: '91370800MA94FCPE5E', problems: [] });
  });

  test('names both check digits of an invented code', () => {
    expect(checkCreditCode('91370800MA3EN1B53H').problems).toEqual([
      'check_digit',
      'organisation_check_digit',
    ]);
  });

  test('a registered code whose last character should be 9 is a warning, and its organisation code still passes', () => {
    expect(checkCreditCode('91350203M0001QAY9B').problems).toEqual(['check_digit']);
  });

  test.each([
    ['', 'length'],
    ['370800228012345', 'length'],
    ['91370800MA94FCPE5EE', 'length'],
    ['91370800MA94FCPO5E', 'charset'],
    ['9137O800MA94FCPE5E', 'charset'],
    ['91A70800MA94FCPE5E', 'charset'],
  ])('%j has a problem of %s', (code, problem) => {
    expect(checkCreditCode(code).problems).toEqual([problem]);
  });
});

describe('wrongCharacters', () => {
  test('names a letter that is never used, and the digit it is mistaken for, while the code is being typed', () => {
    expect(wrongCharacters('91370800MA94FO')).toEqual([
      { at: 14, found: 'O', problem: 'not_used', expected: '0' },
    ]);
  });

  test('names a letter among the digits of the region', () => {
    expect(wrongCharacters('9137A800MA94FCPE5E')).toEqual([{ at: 5, found: 'A', problem: 'digit_needed' }]);
  });

  test('says what a check character would be', () => {
    expect(wrongCharacters('91350203M0001QAY9B')).toEqual([
      { at: 18, found: 'B', problem: 'check_digit', expected: '9' },
    ]);
  });

  test('looks into the organisation code first', () => {
    expect(wrongCharacters('91370800MA94FCPE6E')).toEqual([
      { at: 17, found: '6', problem: 'organisation_check_digit', expected: '5' },
    ]);
  });

  test.each(['', '91370800MA', '91370800MA94FCPE5E'])('%j has none', (code) => {
    expect(wrongCharacters(code)).toEqual([]);
  });
});

describe('makeCreditCode', () => {
  const made = fc
    .tuple(fc.integer({ min: 0, max: 999999 }), fc.integer({ min: 0, max: 31 ** 6 - 1 }))
    .map(([region, serial]) => makeCreditCode(String(region).padStart(6, '0'), serial));

  test('made codes always pass', () => {
    fc.assert(
      fc.property(made, (code) => {
        expect(checkCreditCode(code).problems).toEqual([]);
      }),
    );
  });

  test('another serial gives another code', () => {
    const codes = Array.from({ length: 1000 }, (_, i) => makeCreditCode('370871', i));
    expect(new Set(codes).size).toBe(1000);
  });

  test('changing any one character is found', () => {
    fc.assert(
      fc.property(
        made,
        fc.nat(17),
        fc.constantFrom(...ALPHABET, 'I', 'O', 'S', 'V', 'Z'),
        (code, at, character) => {
          fc.pre(code.charAt(at) !== character);
          expect(checkCreditCode(code.slice(0, at) + character + code.slice(at + 1)).problems).not.toEqual(
            [],
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
