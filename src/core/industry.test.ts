import { describe, expect, test } from 'vitest';
import {
  divisionOf,
  industryDivisions,
  industrySections,
  isIndustry,
  isManufacturing,
  recogniseEdition,
} from './industry.ts';

describe('the 2017 edition', () => {
  test('has 20 sections and 97 divisions in unbroken order', () => {
    expect(
      industrySections()
        .map((s) => s.letter)
        .join(''),
    ).toBe('ABCDEFGHIJKLMNOPQRST');
    expect(industryDivisions().map((d) => Number(d.code))).toEqual(
      Array.from({ length: 97 }, (_, i) => i + 1),
    );
  });

  test('has the section ranges of the standard', () => {
    expect(
      industrySections()
        .map((s) => `${s.letter}${s.first}-${s.last}`)
        .join(' '),
    ).toBe(
      'A01-05 B06-12 C13-43 D44-46 E47-50 F51-52 G53-60 H61-62 I63-65 J66-69 K70-70 L71-72 M73-75 N76-79 O80-82 P83-83 Q84-85 R86-90 S91-96 T97-97',
    );
  });

  test.each([
    ['13', '农副食品加工业'],
    ['26', '化学原料和化学制品制造业'],
    ['36', '汽车制造业'],
    ['43', '金属制品、机械和设备修理业'],
    ['46', '水的生产和供应业'],
    ['58', '多式联运和运输代理业'],
    ['65', '软件和信息技术服务业'],
    ['79', '土地管理业'],
    ['97', '国际组织'],
  ])('%s is %s', (code, zh) => {
    expect(divisionOf(code)?.zh).toBe(zh);
  });

  test('every division is found by its code and by both of its names', () => {
    for (const division of industryDivisions()) {
      expect(divisionOf(division.section + division.code)).toBe(division);
      expect(divisionOf(division.zh)).toBe(division);
      expect(divisionOf(division.en)).toBe(division);
    }
  });
});

describe('divisionOf', () => {
  test.each([
    'C26',
    '26',
    '2614',
    'C2614',
    '261',
    'c26',
    ' Ｃ２６ ',
    'C-26',
    'C26 化学原料和化学制品制造业',
    '26化学原料及化学制品制造业',
    'C26 化工',
    '化学原料及化学制品制造业',
    '化学原料和化学制品制造',
    'Manufacture of raw chemical materials and chemical products',
  ])('%j is division 26', (text) => {
    expect(divisionOf(text)?.code).toBe('26');
  });

  test('a lone digit has lost its leading zero', () => {
    expect(divisionOf('6')?.zh).toBe('煤炭开采和洗选业');
  });

  test.each(['', 'C', '00', '98', 'D26', 'Z26', '26141', '制造业', '26 医药制造业', '高端化工'])(
    '%j is no division',
    (text) => {
      expect(divisionOf(text)).toBeUndefined();
    },
  );

  test('manufacturing is C, industry is B, C and D', () => {
    const manufacturing = industryDivisions()
      .filter(isManufacturing)
      .map((d) => d.code);
    expect([manufacturing.length, manufacturing[0], manufacturing.at(-1)]).toEqual([31, '13', '43']);
    const industry = industryDivisions()
      .filter(isIndustry)
      .map((d) => d.code);
    expect([industry.length, industry[0], industry.at(-1)]).toEqual([41, '06', '46']);
  });
});

describe('the 2011 edition', () => {
  test('has 96 divisions with its own codes and names', () => {
    expect(industryDivisions('2011')).toHaveLength(96);
    expect(divisionOf('25', '2011')?.zh).toBe('石油加工、炼焦和核燃料加工业');
    expect(divisionOf('79', '2011')).toMatchObject({ section: 'O', zh: '居民服务业' });
    expect(divisionOf('86', '2011')?.zh).toBe('广播、电视、电影和影视录音制作业');
    expect(divisionOf('96', '2011')?.zh).toBe('国际组织');
    expect(divisionOf('97', '2011')).toBeUndefined();
  });

  test.each([
    [['C26', 'C36', 'N79'], '2017'],
    [['C26', '97'], '2017'],
    [['58 多式联运和运输代理业'], '2017'],
    [['汽车制造业', '土地管理业'], '2017'],
    [['C26', 'O79', 'R85'], '2011'],
    [['G59仓储业'], '2011'],
    [['石油加工、炼焦及核燃料加工业'], '2011'],
    [['C26', 'C36', '65'], undefined],
    [['土地管理业', '仓储业'], undefined],
    [['C26 化工', '不详', ''], undefined],
    [[], undefined],
  ])('%j was written in %s', (texts, edition) => {
    expect(recogniseEdition(texts)).toBe(edition);
  });
});
