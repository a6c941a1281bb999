// From text to a scheme's shape: YAML (or JSON, which is YAML), with findings that know their line.
import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import type { Diagnostic, Params, Path } from '#core/diagnostic.ts';
import { Scheme } from './shape/scheme.ts';

export type SchemeText = { readonly text: string; readonly file?: string };

export type Located = { readonly line: number; readonly column: number };

export type RawScheme = {
  readonly raw: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the nearest node on the path stands in the text. */
  readonly locate: (path: Path) => Located | undefined;
};

/** Faults that people make often enough to be told in their own words. */
const SYNTAX_CODES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'yaml_tab',
  MULTILINE_IMPLICIT_KEY: 'yaml_colon',
  BLOCK_IN_FLOW: 'yaml_colon',
  BAD_INDENT: 'yaml_indent',
};

const MAX_TEXT = 2_000_000;
/** Aliases can make a small text grow without bound; a scheme needs few. */
const MAX_ALIASES = 100;

export function readSchemeText({ text }: SchemeText): RawScheme {
  if (text.length > MAX_TEXT) return failed('scheme_too_large', { most: MAX_TEXT });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  // What follows the first fault is mostly its consequence.
  const diagnostics = document.errors.slice(0, 1).map((error): Diagnostic => {
    const { line, col } = lines.linePos(error.pos[0]);
    const params = { line, column: col, reason: error.message.split('\n')[0] ?? '' };
    return { code: SYNTAX_CODES[error.code] ?? 'yaml_syntax', severity: 'error', path: [], params };
  });
  const twice = diagnostics.length > 0 ? undefined : keyTwice(document, lines);
  if (twice !== undefined) diagnostics.push(twice);
  if (diagnostics.length > 0) return { raw: undefined, diagnostics, locate: () => undefined };
  try {
    const raw: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { raw, diagnostics, locate: (path) => locate(path) };
  } catch {
    // The library throws only for alias expansion beyond the limit.
    return failed('scheme_too_many_aliases', { most: MAX_ALIASES });
  }

  function locate(path: Path): Located | undefined {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      const range = isRanged(node) ? node.range : undefined;
      if (range) {
        const { line, col } = lines.linePos(range[0]);
        return { line, column: col };
      }
    }
    return undefined;
  }
}

/** The library compares every key with every other one, which for a large map takes minutes. */
function keyTwice(document: Document.Parsed, lines: LineCounter): Diagnostic | undefined {
  let found: Diagnostic | undefined;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (!seen.has(key.value)) {
          seen.add(key.value);
          continue;
        }
        const { line, col } = lines.linePos(key.range?.[0] ?? 0);
        const params = { line, column: col, reason: String(key.value) };
        found = { code: 'yaml_key_twice', severity: 'error', path: [], params };
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return found;
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function failed(code: string, params: Params): RawScheme {
  return {
    raw: undefined,
    diagnostics: [{ code, severity: 'error', path: [], params }],
    locate: () => undefined,
  };
}

/** Checks the shape. Every key that is unknown, missing or of the wrong kind is one finding. */
export function parseScheme(raw: unknown): { scheme: Scheme | undefined; diagnostics: Diagnostic[] } {
  const trap = findTrap(raw, []);
  if (trap !== undefined) return { scheme: undefined, diagnostics: [trap] };
  const result = Scheme.safeParse(raw, { reportInput: true });
  if (result.success) return { scheme: result.data, diagnostics: [] };
  return { scheme: undefined, diagnostics: result.error.issues.flatMap((issue) => fromIssue(issue, [])) };
}

/** A key that checking would lose without a word, because it means something to the language we are written in. */
function findTrap(value: unknown, path: Path): Diagnostic | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === '__proto__')
      return { code: 'name_not_allowed', severity: 'error', path: at, params: { key } };
    const found = findTrap(inner, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** What should have stood there, as a finding of its own: only so can it be said in both languages. */
const KINDS: Readonly<Record<string, string>> = {
  object: 'expected_map',
  record: 'expected_map',
  string: 'expected_text',
  number: 'expected_number',
  int: 'expected_number',
  boolean: 'expected_flag',
  array: 'expected_list',
  tuple: 'expected_list',
};

function fromIssue(issue: Issue, prefix: Path): Diagnostic[] {
  const path: Path = [...prefix, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const finding = (code: string, params: Params = {}): Diagnostic[] => [
    { code, severity: 'error', path, params },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => [
        { code: 'key_unknown', severity: 'error' as const, path: [...path, key], params: { key } },
      ]);
    case 'invalid_type':
      if (issue.input === undefined) return finding('key_missing', { key: String(path.at(-1) ?? '') });
      return finding(KINDS[issue.expected] ?? 'expected_other');
    case 'invalid_union':
      return fromUnion(issue, path);
    case 'invalid_key':
      return finding('name_not_allowed', { key: String(path.at(-1) ?? '') });
    case 'invalid_value':
      return finding('not_one_of', { allowed: issue.values.map(String).join(', ') });
    case 'invalid_format':
      return finding('text_not_allowed', { pattern: issue.pattern ?? issue.format });
    default:
      return finding('value_not_allowed', { reason: issue.message });
  }
}

/** Of the ways a value could have been written, the one it comes closest to speaks. */
function fromUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path): Diagnostic[] {
  const branches = issue.errors.map((issues) => issues.flatMap((inner) => fromIssue(inner, path)));
  const rank = (findings: readonly Diagnostic[]): number => {
    const wrongKind = findings.some((f) => f.path.length === path.length && f.code.startsWith('expected_'));
    return (
      findings.length + (wrongKind ? 100 : 0) + 10 * findings.filter((f) => f.code === 'key_missing').length
    );
  };
  const [best] = branches.toSorted((a, b) => rank(a) - rank(b));
  if (best === undefined || rank(best) >= 100)
    return [{ code: 'value_not_understood', severity: 'error', path, params: {} }];
  return best;
}
