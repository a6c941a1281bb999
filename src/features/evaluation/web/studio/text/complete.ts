// What can be written where the cursor stands: names and functions inside formulas, units, classes, and keys elsewhere.
import type { Lang } from '#core/diagnostic.ts';
import { listFunctions } from '#engine/formula/functions.ts';
import type { FormulaKit, NameFacts } from '#engine/scheme/formula-facts.ts';

export type Offer = {
  readonly label: string;
  /** Beside it: a unit, a label. */
  readonly detail: string;
  /** A sentence or an example. */
  readonly info?: string;
  readonly type: 'variable' | 'function' | 'property' | 'constant' | 'keyword';
  /** What is written, where it is not the label itself. */
  readonly apply?: string;
};

export type Offers = { readonly from: number; readonly options: readonly Offer[] };

/** A formula on a line of text, and where in the line it begins. */
export type FormulaOnLine = { readonly text: string; readonly from: number };

const FORMULA_KEY = /(?:^|[{,\s-])(?:value|when|points|where|formula):\s+(?=\S|$)/g;

/** The formula that the character at `column` belongs to: after its key, up to the end of the line or of its braces. */
export function formulaAt(line: string, column: number): FormulaOnLine | undefined {
  let found: FormulaOnLine | undefined;
  for (const match of line.matchAll(FORMULA_KEY)) {
    const from = match.index + match[0].length;
    if (from > column) break;
    const text = endOfValue(line, from);
    if (column <= from + text.length) found = unquoted({ text, from });
  }
  return found;
}

function endOfValue(line: string, from: number): string {
  const rest = line.slice(from);
  const quote = rest[0];
  if (quote === '"' || quote === "'") {
    const close = rest.indexOf(quote, 1);
    return close < 0 ? rest : rest.slice(0, close + 1);
  }
  const isInBraces =
    (line.slice(0, from).match(/\{/g)?.length ?? 0) > (line.slice(0, from).match(/\}/g)?.length ?? 0);
  const end = isInBraces ? /,\s|\}|\s+#/.exec(rest) : /\s+#/.exec(rest);
  return (end === null ? rest : rest.slice(0, end.index)).trimEnd();
}

function unquoted({ text, from }: FormulaOnLine): FormulaOnLine {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return { text, from };
  const inner = text.slice(1).replace(new RegExp(`${quote}$`), '');
  return { text: inner, from: from + 1 };
}

type Place = {
  readonly line: string;
  readonly column: number;
  readonly kit: FormulaKit | undefined;
  readonly classes: readonly string[];
  readonly units: readonly string[];
  /** Keys with their labels. */
  readonly keys: readonly (readonly [key: string, label: string])[];
  readonly lang: Lang;
};

const WORD = /[A-Za-z_][A-Za-z0-9_]*$/;

/** `from` is a column of the line. */
export function offersAt(place: Place): Offers | undefined {
  const { line, column } = place;
  const before = line.slice(0, column);
  const word = WORD.exec(before)?.[0] ?? '';
  const from = column - word.length;
  if (formulaAt(line, column) !== undefined) return { from, options: formulaOffers(place) };
  const unit = /(?:^|[{,\s])unit:\s*'?([^,}'\s]*)$/.exec(before);
  if (unit !== null)
    return {
      from: column - (unit[1] ?? '').length,
      options: place.units.map((label) => ({ label, detail: '', type: 'constant' })),
    };
  if (/(?:^|[{,\s])(?:class|counts_as|at_most|at_least|set):\s*\w*$/.test(before))
    return { from, options: place.classes.map((label) => ({ label, detail: '', type: 'constant' })) };
  if (/(?:^|[{,\s])(?:by|pool):\s*\[?[\w,\s]*$/.test(before))
    return { from, options: nameOffers(place).filter(({ type }) => type === 'constant') };
  if (/(?:^|\s)ties:\s*\[[\w,\s]*$/.test(before)) return { from, options: tieOffers(place) };
  if (!/(?:^|[{,]|-)\s*\w*$/.test(before)) return undefined;
  return {
    from,
    options: place.keys.map(([label, detail]) => ({ label, detail, type: 'property', apply: `${label}: ` })),
  };
}

function formulaOffers(place: Place): Offer[] {
  const functions = listFunctions().map(({ name, example, zh, en }): Offer => ({
    label: name,
    detail: example,
    info: place.lang === 'zh' ? zh : en,
    type: 'function',
    apply: `${name}(`,
  }));
  const words = ['and', 'or', 'not', 'in', 'by', 'true', 'false'].map((label): Offer => ({
    label,
    detail: '',
    type: 'keyword',
  }));
  return [...nameOffers(place), ...functions, ...words];
}

function nameOffers({ kit, lang }: Place): Offer[] {
  return (kit?.names ?? []).map((name) => ({
    label: name.name,
    detail: [labelOf(name, lang), name.unit ?? ''].filter((part) => part !== '').join('  '),
    type: name.kind === 'category' || name.kind === 'text' ? 'constant' : 'variable',
  }));
}

function tieOffers(place: Place): Offer[] {
  return nameOffers(place)
    .filter(({ type }) => type === 'variable')
    .map((offer) => ({ ...offer, apply: `${offer.label} desc` }));
}

const labelOf = ({ zh, en }: NameFacts, lang: Lang): string =>
  (lang === 'zh' ? (zh ?? en) : (en ?? zh)) ?? '';
