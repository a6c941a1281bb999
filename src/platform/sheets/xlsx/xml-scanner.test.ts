import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteText } from './byte-text.ts';
import { xmlText } from './xml-text.ts';
import { XmlScanner } from './xml-scanner.ts';

const NAMES = ['c', 'row', 'mergeCell'];

/** What a scanner tells about XML that comes in pieces of the given lengths. */
function events(xml: string, lengths: readonly number[]): string[] {
  const told: string[] = [];
  const text = new ByteText();
  const flush = (): void => {
    if (text.length > 0) told.push(`"${text.toString()}"`);
    text.clear();
  };
  const scanner = new XmlScanner(NAMES, {
    wantsText: true,
    onOpen: (element, bytes, start, end) => {
      flush();
      told.push(`<${NAMES[element]}${Buffer.from(bytes.subarray(start, end)).toString('utf8')}`);
    },
    onClose: (element) => {
      flush();
      told.push(`>${NAMES[element]}`);
    },
    onText: (bytes, start, end, isRaw) => {
      text.append(bytes, start, end, isRaw);
    },
  });
  const bytes = Buffer.from(xml, 'utf8');
  let at = 0;
  for (const length of lengths) {
    scanner.push(bytes.subarray(at, at + length));
    at += length;
  }
  scanner.push(bytes.subarray(at));
  scanner.end();
  return told;
}

const XML =
  '<?xml version="1.0"?><x:row a="1>2" b=\'"\'><!-- <c> --><c>甲&amp;<![CDATA[<乙>&amp;]]></c><c/>' +
  '<mergeCell ref="A1" /><other>x</other>\r\n_x000D__x005F_x0041_ &#x7532;&#20057; &unknown; &</x:row><!---->';

test('tags, texts, character references, comments and raw sections', () => {
  expect(events(XML, [])).toEqual([
    '<row a="1>2" b=\'"\'',
    '<c',
    '"甲&<乙>&amp;"',
    '>c',
    '<c',
    '>c',
    '<mergeCell ref="A1" ',
    '>mergeCell',
    '<undefined',
    '"x"',
    '>undefined',
    '"\n\r_x0041_ 甲乙 &unknown; &"',
    '>row',
  ]);
});

test('the same wherever the pieces end', () => {
  const whole = events(XML, []);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 300 }), (lengths) => {
      expect(events(XML, lengths)).toEqual(whole);
    }),
  );
  expect(events(XML, new Array<number>(XML.length * 2).fill(1))).toEqual(whole);
});

test('text comes back as it was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('', '_x0041_', '\r\n', '&amp;', ']]>'),
      (a, b) => {
        expect(events(`<c>${xmlText(a + b)}</c>`, [])).toEqual(
          a + b === '' ? ['<c', '>c'] : ['<c', `"${a}${b}"`, '>c'],
        );
      },
    ),
  );
});

test.each(['<c>', '<c></c></c>', '<c', '<c a="', '<!-- x', '<![CDATA[ x'])('%s is not whole', (xml) => {
  expect(() => events(xml, [])).toThrow('not_xlsx');
});
