// The industry of an enterprise by GB/T 4754: sections (门类, A–T) and divisions (大类, two digits) of the 2017 and the 2011 edition.
import { toHalfWidth } from './half-width.ts';
import { DIVISIONS_2017, RENAMED_2011, SECTIONS_2017 } from './industry-names.ts';

export type IndustryEdition = '2011' | '2017';

export type IndustrySection = {
  readonly letter: string;
  /** Codes of the first and the last division. */
  readonly first: string;
  readonly last: string;
  readonly zh: string;
  readonly en: string;
};

export type IndustryDivision = {
  readonly code: string;
  readonly section: string;
  readonly zh: string;
  readonly en: string;
};

type Classification = {
  readonly sections: readonly IndustrySection[];
  readonly divisions: readonly IndustryDivision[];
  readonly byCode: ReadonlyMap<string, IndustryDivision>;
  readonly byName: ReadonlyMap<string, IndustryDivision>;
};

const DIVISIONS_OF_2017: readonly IndustryDivision[] = SECTIONS_2017.flatMap(([section, first, last]) =>
  DIVISIONS_2017.slice(first - 1, last).map(([zh, en], i) => ({ code: codeOf(first + i), section, zh, en })),
);

/** 2017 put 土地管理业 in as division 79, so every later division had a code lower by one in 2011. */
const DIVISIONS_OF_2011: readonly IndustryDivision[] = DIVISIONS_OF_2017.filter(
  ({ code }) => code !== '79',
).map(({ section, zh, en }, i) => {
  const [oldZh, oldEn] = RENAMED_2011.get(i + 1) ?? [zh, en];
  return { code: codeOf(i + 1), section, zh: oldZh, en: oldEn };
});

const CLASSIFICATIONS: Readonly<Record<IndustryEdition, Classification>> = {
  '2011': classification(DIVISIONS_OF_2011),
  '2017': classification(DIVISIONS_OF_2017),
};

export function industrySections(edition: IndustryEdition = '2017'): readonly IndustrySection[] {
  return CLASSIFICATIONS[edition].sections;
}

export function industryDivisions(edition: IndustryEdition = '2017'): readonly IndustryDivision[] {
  return CLASSIFICATIONS[edition].divisions;
}

/**
 * The division a code or name belongs to: `C26`, `26`, `2614`, `C2614`, `C26 化工`, `化学原料和化学制品制造业`. Undefined when
 * the letter does not fit the digits, or the name is that of another division. A lone digit has lost its leading zero.
 */
export function divisionOf(text: string, edition: IndustryEdition = '2017'): IndustryDivision | undefined {
  const { byCode, byName } = CLASSIFICATIONS[edition];
  const { letter, digits, name } = parse(text);
  const named = byName.get(name);
  if (digits === '') return letter === '' ? named : undefined;
  const division = byCode.get(digits);
  if (letter !== '' && letter !== division?.section) return undefined;
  return named === undefined || named === division ? division : undefined;
}

/**
 * Which edition a column of codes or names was written in; undefined when nothing in it tells, or when it mixes both.
 * What tells: a name only one edition has, a letter and a code that fit together in only one, the code 97.
 */
export function recogniseEdition(divisions: readonly string[]): IndustryEdition | undefined {
  const only2017 = divisions.some((text) => fits(text, '2017') && !fits(text, '2011'));
  const only2011 = divisions.some((text) => fits(text, '2011') && !fits(text, '2017'));
  if (only2017 === only2011) return undefined;
  return only2017 ? '2017' : '2011';
}

/** 制造业, section C. */
export function isManufacturing(division: IndustryDivision): boolean {
  return division.section === 'C';
}

/** 工业: mining, manufacturing, and the supply of electricity, heat, gas and water. */
export function isIndustry(division: IndustryDivision): boolean {
  return 'BCD'.includes(division.section);
}

function fits(text: string, edition: IndustryEdition): boolean {
  const division = divisionOf(text, edition);
  const { name } = parse(text);
  return division !== undefined && (name === '' || CLASSIFICATIONS[edition].byName.get(name) === division);
}

function parse(text: string): { letter: string; digits: string; name: string } {
  const plain = toHalfWidth(text).replace(/\s/g, '');
  const [, letter = '', digits = '', name = ''] = /^([A-T]?)-?(\d{1,4})(?!\d)(.*)$/i.exec(plain) ?? [
    '',
    '',
    '',
    plain,
  ];
  return {
    letter: letter.toUpperCase(),
    digits: digits.length === 1 ? `0${digits}` : digits.slice(0, 2),
    name: comparableName(name),
  };
}

/** Names differ in commas and in 和/及 from file to file without meaning another division. */
function comparableName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s、,，()（）-]/g, '')
    .replace(/及|与/g, '和')
    .replace(/其它/g, '其他')
    .replace(/业$/, '');
}

function codeOf(number: number): string {
  return String(number).padStart(2, '0');
}

function classification(divisions: readonly IndustryDivision[]): Classification {
  return {
    sections: SECTIONS_2017.map(([letter, , , zh, en]) => {
      const own = divisions.filter(({ section }) => section === letter);
      return { letter, first: own.at(0)?.code ?? '', last: own.at(-1)?.code ?? '', zh, en };
    }),
    divisions,
    byCode: new Map(divisions.map((division) => [division.code, division])),
    byName: new Map(divisions.flatMap((d) => [d.zh, d.en].map((name) => [comparableName(name), d] as const))),
  };
}
