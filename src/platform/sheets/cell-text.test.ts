import { describe, expect, test } from 'vitest';
import { dayToText, readDate, readFlag, serialToDay } from './cell-text.ts';

test.each([
  [['是', '1', 'TRUE', 'yes', '√', '有', ' ｙ '], 1],
  [['否', '0', 'False', 'no', '×', '无'], 0],
  [['', '—', 'N/A'], Number.NaN],
  [['2', '也许'], undefined],
])('flags %j', (texts, flag) => {
  expect(texts.map(readFlag)).toEqual(texts.map(() => flag));
});

describe('dates', () => {
  test.each([
    '2019-03-05',
    '2019/3/5',
    '2019.3.5',
    '2019年3月5日',
    '２０１９年０３月０５日',
    '20190305',
    '2019-03-05 08:30:00',
    '43529',
    '43529.5',
  ])('%s', (text) => {
    expect(dayToText(readDate(text) as number)).toBe('2019-03-05');
  });

  test('days that are not in the calendar, months and years alone are no dates', () => {
    expect(['2023-02-29', '2023-13-01', '20230431', '2019', '2019-03', '约2019年'].map(readDate)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  test('nothing, or a word for nothing, is absent', () => {
    expect(['', ' ', '—', '无'].map(readDate)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  test("Excel's two calendars", () => {
    const day = (serial: number, from1904: boolean): string =>
      dayToText(serialToDay(serial, from1904) as number);
    expect([day(1, false), day(59, false), day(61, false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
    expect([day(0, true), day(42_067, true)]).toEqual(['1904-01-01', '2019-03-05']);
    expect(serialToDay(-1, false)).toBeUndefined();
  });
});
