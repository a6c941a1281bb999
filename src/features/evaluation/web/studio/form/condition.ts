// A condition as a tree of all-of and any-of, cut out of the formula's text and put together again: each part stays as written.
export type Condition =
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] };

const WORDS = { any: ['or', '||'], all: ['and', '&&'] } as const;

/** What is no all-of and no any-of at its outermost is one part, parentheses and all. */
export function readCondition(text: string): Condition {
  const bare = withoutParentheses(text.trim());
  for (const kind of ['any', 'all'] as const) {
    const parts = cut(bare, WORDS[kind]);
    if (parts.length > 1) return { kind, parts: parts.map(readCondition) };
  }
  return { kind: 'one', text: text.trim() };
}

export function writeCondition(condition: Condition): string {
  if (condition.kind === 'one') return condition.text;
  const { kind, parts } = condition;
  const inner = parts.map((part) =>
    part.kind === 'one' ? ownText(part.text, kind) : `(${writeCondition(part)})`,
  );
  return inner.join(kind === 'all' ? ' and ' : ' or ');
}

/** What somebody types into one part may be a tree itself, and then needs parentheses. */
function ownText(text: string, kind: 'all' | 'any'): string {
  const typed = readCondition(text);
  return typed.kind === 'one' || typed.kind === kind || text.startsWith('(') ? text : `(${text})`;
}

/** The tree with another part at `at`; `undefined` takes the part away, and with the last but one its group. */
export function withPart(
  condition: Condition,
  at: readonly number[],
  part: Condition | undefined,
): Condition | undefined {
  const [first, ...rest] = at;
  if (first === undefined) return part;
  if (condition.kind === 'one') return condition;
  const parts = condition.parts.flatMap((old, i) => {
    if (i !== first) return [old];
    const next = withPart(old, rest, part);
    return next === undefined ? [] : [next];
  });
  return parts.length > 1 ? { ...condition, parts } : parts[0];
}

/** Pieces between the words, outside of parentheses and quotes. */
function cut(text: string, words: readonly string[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { token, at } of outerTokens(text)) {
    if (!words.includes(token)) continue;
    pieces.push(text.slice(from, at));
    from = at + token.length;
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim());
}

function withoutParentheses(text: string): string {
  if (!text.startsWith('(')) return text;
  const [open, ...others] = outerTokens(text);
  return open?.token === '(…)' && others.length === 0 ? withoutParentheses(text.slice(1, -1).trim()) : text;
}

const TOKEN = /'[^']*'|"[^"]*"|[()]|&&|\|\||[A-Za-z_][A-Za-z0-9_]*|[^\s]/g;

/** Names, words and signs at the outermost level; what stands in parentheses is one token. */
function outerTokens(text: string): { readonly token: string; readonly at: number }[] {
  const found: { token: string; at: number }[] = [];
  let depth = 0;
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    if (token === ')') depth -= 1;
    else if (depth === 0) found.push({ token: token === '(' ? '(…)' : token, at });
    if (token === '(') depth += 1;
  }
  return found;
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/>=/g, '≥'],
  [/<=/g, '≤'],
  [/!=/g, '≠'],
  [/==/g, '='],
];

export type ConditionWords = {
  readonly labelOf: (name: string) => string | undefined;
  readonly not: string;
  readonly isIn: string;
  readonly startsWith: (name: string, text: string) => string;
};

/** One part in the reader's words: names by their labels, signs as they are printed; quoted texts stay. */
export function inWords(text: string, words: ConditionWords): string {
  const spoken = (name: string): string => words.labelOf(name) ?? name;
  const start = /^starts_with\(\s*(\w+)\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$/.exec(text);
  if (start !== null) return words.startsWith(spoken(start[1] ?? ''), start[2] ?? start[3] ?? '');
  return text.replaceAll(/('[^']*'|"[^"]*")|([^'"]+)/g, (_, quoted: string | undefined, rest: string) => {
    if (quoted !== undefined) return quoted;
    const named = rest.replaceAll(/\bnot\s+|[A-Za-z_][A-Za-z0-9_]*/g, (word) => {
      if (word.trim() === 'not') return words.not;
      return word === 'in' ? words.isIn : spoken(word);
    });
    return SIGNS.reduce((said, [sign, print]) => said.replaceAll(sign, print), named);
  });
}
