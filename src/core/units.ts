// Units of measure as officials write them (万元/亩, 吨标准煤, %), with exact conversion between scales of one dimension.
// A factor is a ratio of whole numbers, so that 公顷 → 亩 is 15 and 平方米 → 亩 is 3/2000, not something close to it.
import { invariant } from './app-error.ts';

export type Ratio = { readonly num: number; readonly den: number };

/** One value in this unit is `factor` base units of `dims`. `text` parses back to the same unit. */
export type Unit = {
  readonly dims: Readonly<Partial<Record<Dimension, number>>>;
  readonly factor: Ratio;
  readonly text: string;
};

export type Dimension = Exclude<(typeof BASE_UNITS)[keyof typeof BASE_UNITS][0], 'ratio'>;

// [dimension, numerator, denominator]; a dimension's base is chosen so that its units are whole (a third of a square metre: 1 亩 = 2000/3 m²).
// Coal equivalent is not mass, and counts of different things do not add up. `ratio` is the absence of a dimension.
// 年 is such a ratio, worth 1: every figure here belongs to one evaluated period, so 万元/(人·年) and 万元/人 say the same; 月 is its twelfth.
const BASE_UNITS = {
  元: ['money', 1, 1],
  美元: ['usd', 1, 1],
  平方米: ['area', 3, 1],
  亩: ['area', 2000, 1],
  公顷: ['area', 30_000, 1],
  平方公里: ['area', 3_000_000, 1],
  克: ['mass', 1, 1],
  千克: ['mass', 1000, 1],
  吨: ['mass', 1_000_000, 1],
  克标准煤: ['coal', 1, 1],
  千克标准煤: ['coal', 1000, 1],
  吨标准煤: ['coal', 1_000_000, 1],
  吨二氧化碳: ['carbon', 1, 1],
  污染当量: ['pollution', 1, 1],
  千瓦时: ['electricity', 1, 1],
  兆瓦时: ['electricity', 1000, 1],
  兆焦: ['heat', 1, 1],
  吉焦: ['heat', 1000, 1],
  升: ['volume', 1, 1],
  立方米: ['volume', 1000, 1],
  人: ['person', 1, 1],
  家: ['firm', 1, 1],
  户: ['household', 1, 1],
  项: ['item', 1, 1],
  件: ['piece', 1, 1],
  个: ['count', 1, 1],
  台: ['machine', 1, 1],
  起: ['incident', 1, 1],
  次: ['occasion', 1, 1],
  分: ['point', 1, 1],
  天: ['day', 1, 1],
  年: ['ratio', 1, 1],
  月: ['ratio', 1, 12],
  倍: ['ratio', 1, 1],
  '%': ['ratio', 1, 100],
  '‰': ['ratio', 1, 1000],
  百分点: ['ratio', 1, 100],
} as const satisfies Record<string, readonly [string, number, number]>;

const ALIASES = new Map(
  Object.entries({
    平方米: ['m2', '平米'],
    公顷: ['ha', 'hm2'],
    平方公里: ['km2', '平方千米'],
    克: ['g'],
    千克: ['kg', '公斤'],
    吨: ['t'],
    克标准煤: ['gce', '克标煤'],
    千克标准煤: ['kgce', '千克标煤', '公斤标准煤'],
    吨标准煤: ['tce', '吨标煤'],
    吨二氧化碳: ['tco2'],
    污染当量: ['当量'],
    千瓦时: ['kwh', '度'],
    兆瓦时: ['mwh'],
    兆焦: ['mj'],
    吉焦: ['gj'],
    升: ['l'],
    立方米: ['m3'],
    天: ['日'],
    百分点: ['个百分点'],
  }).flatMap(([name, aliases]) => aliases.map((alias) => [alias, name] as const)),
);

const PREFIXES = [
  ['百万', 1e6],
  ['千万', 1e7],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
] as const;

const LONGEST_TEXT = 64;

const baseUnits: ReadonlyMap<string, readonly [Dimension | 'ratio', number, number]> = new Map(
  Object.entries(BASE_UNITS),
);

/** Exponents by unit name: 万元/(人·年) is 万元 1, 人 −1, 年 −1. */
type Atoms = ReadonlyMap<string, number>;

export const DIMENSIONLESS: Unit = { dims: {}, factor: { num: 1, den: 1 }, text: '' };

/**
 * Reads a unit; undefined when it is not one. Knows full-width forms, `/`, products with `·` or `*`, whole powers with `^`
 * and parentheses. As in Chinese usage a product binds tighter than a division: 元/人·月 is 元/(人·月).
 */
export function parseUnit(text: string): Unit | undefined {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT) return undefined;
  const atoms = readAtoms(trimmed);
  return atoms && { ...unitOf(atoms), text: trimmed };
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return unitOf(mergeAtoms(atomsOf(a), atomsOf(b), 1));
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return unitOf(mergeAtoms(atomsOf(a), atomsOf(b), -1));
}

/** `exponent` is a whole number. */
export function powerUnit(unit: Unit, exponent: number): Unit {
  return unitOf(mergeAtoms(new Map(), atomsOf(unit), exponent));
}

/** The unit of the same dimension with ratios of their own scale (%, ‰, 月, 万元/元) multiplied out: 万元·% gives 万元. */
export function absorbRatios(unit: Unit): Unit {
  if (isDimensionless(unit)) return isOne(unit.factor) ? unit : DIMENSIONLESS;
  const kept = [...atomsOf(unit)].filter(([name]) => {
    const atom = findAtom(name);
    return atom?.dimension !== 'ratio' || isOne(atom.factor);
  });
  return unitOf(new Map(kept));
}

export function isDimensionless(unit: Unit): boolean {
  return Object.keys(unit.dims).length === 0;
}

export function sameDimension(a: Unit, b: Unit): boolean {
  const dimensions = new Set([...Object.keys(a.dims), ...Object.keys(b.dims)]);
  const exponents: Readonly<Record<string, number | undefined>>[] = [a.dims, b.dims];
  return [...dimensions].every((dimension) => exponents[0]?.[dimension] === exponents[1]?.[dimension]);
}

/** What a value in `from` is multiplied by to be in `to`; undefined when the dimensions differ. */
export function conversionRatio(from: Unit, to: Unit): Ratio | undefined {
  if (!sameDimension(from, to)) return undefined;
  const ratio = reduce(from.factor.num * to.factor.den, from.factor.den * to.factor.num);
  return Number.isFinite(ratio.num) && Number.isFinite(ratio.den) ? ratio : undefined;
}

/** `conversionRatio` as one number, correctly rounded. */
export function conversionFactor(from: Unit, to: Unit): number | undefined {
  const ratio = conversionRatio(from, to);
  return ratio && ratio.num / ratio.den;
}

function isOne(ratio: Ratio): boolean {
  return ratio.num === ratio.den;
}

function reduce(num: number, den: number): Ratio {
  // Beyond 2^53 products are no longer exact, and a common divisor would mean nothing.
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return { num, den };
  let [a, b] = [num, den];
  while (b !== 0) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}

type Atom = { readonly name: string; readonly dimension: Dimension | 'ratio'; readonly factor: Ratio };

function findAtom(spelling: string): Atom | undefined {
  const name = ALIASES.get(spelling.toLowerCase()) ?? spelling;
  const base = baseUnits.get(name);
  if (base) return { name, dimension: base[0], factor: { num: base[1], den: base[2] } };
  for (const [prefix, scale] of PREFIXES) {
    if (!spelling.startsWith(prefix)) continue;
    const rest = findAtom(spelling.slice(prefix.length));
    // 千分 and 万% are slips of the pen rather than units.
    if (!rest || rest.dimension === 'ratio' || rest.dimension === 'point') continue;
    return { ...rest, name: prefix + rest.name, factor: reduce(rest.factor.num * scale, rest.factor.den) };
  }
  return undefined;
}

function atomsOf(unit: Unit): Atoms {
  const atoms = readAtoms(unit.text);
  invariant(atoms, `a unit's text is a unit: ${unit.text}`);
  return atoms;
}

function mergeAtoms(a: Atoms, b: Atoms, times: number): Atoms {
  const merged = new Map(a);
  for (const [name, exponent] of b) {
    const sum = (merged.get(name) ?? 0) + exponent * times;
    if (sum === 0) merged.delete(name);
    else merged.set(name, sum);
  }
  return merged;
}

function unitOf(atoms: Atoms): Unit {
  const dims: Partial<Record<Dimension, number>> = {};
  let factor: Ratio = DIMENSIONLESS.factor;
  for (const [name, exponent] of atoms) {
    const atom = findAtom(name);
    invariant(atom, `an atom is a unit: ${name}`);
    const scale = { num: atom.factor.num ** Math.abs(exponent), den: atom.factor.den ** Math.abs(exponent) };
    factor =
      exponent > 0
        ? reduce(factor.num * scale.num, factor.den * scale.den)
        : reduce(factor.num * scale.den, factor.den * scale.num);
    if (atom.dimension === 'ratio') continue;
    const sum = (dims[atom.dimension] ?? 0) + exponent;
    if (sum === 0) delete dims[atom.dimension];
    else dims[atom.dimension] = sum;
  }
  return { dims, factor, text: formatAtoms(atoms) };
}

function formatAtoms(atoms: Atoms): string {
  const side = (sign: number) =>
    [...atoms]
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([name, exponent]) => (exponent * sign === 1 ? name : `${name}^${exponent * sign}`));
  const [above, below] = [side(1), side(-1)];
  if (below.length === 0) return above.join('·');
  return `${above.length === 0 ? '1' : above.join('·')}/${below.length === 1 ? below.join('') : `(${below.join('·')})`}`;
}

function readAtoms(text: string): Atoms | undefined {
  // NFKC turns m², ㎡, ％ and （ into m2, m2, % and (.
  const plain = text
    .normalize('NFKC')
    .replace(/[•‧∙⋅・×*]/g, '·')
    .replace(/kW·h/gi, 'kWh')
    .replace(/\s+/g, '');
  if (plain === '') return new Map();
  const tokens = plain.split(/([()/·^])/).filter((token) => token !== '');
  let next = 0;

  function quotient(): Atoms | undefined {
    let result = product();
    while (result && tokens[next] === '/') {
      next += 1;
      const below = product();
      result = below && mergeAtoms(result, below, -1);
    }
    return result;
  }

  function product(): Atoms | undefined {
    let result = power();
    while (result && tokens[next] === '·') {
      next += 1;
      const right = power();
      result = right && mergeAtoms(result, right, 1);
    }
    return result;
  }

  function power(): Atoms | undefined {
    const base = operand();
    if (!base || tokens[next] !== '^') return base;
    const exponent = tokens[next + 1] ?? '';
    next += 2;
    return /^-?\d{1,4}$/.test(exponent) ? mergeAtoms(new Map(), base, Number(exponent)) : undefined;
  }

  function operand(): Atoms | undefined {
    const token = tokens[next] ?? '';
    next += 1;
    if (token === '(') {
      const inner = quotient();
      const closed = tokens[next] === ')';
      next += 1;
      return closed ? inner : undefined;
    }
    if (token === '1') return new Map();
    const atom = findAtom(token);
    return atom && new Map([[atom.name, 1]]);
  }

  const atoms = quotient();
  return next === tokens.length ? atoms : undefined;
}
