// Text → Expr. Everything outside the grammar of README.md becomes a finding; nothing throws, whatever the text.
import type { Diagnostic, Params } from '#core/diagnostic.ts';
import type { ArithmeticOperator, CompareOperator, Expr, NameExpr } from './expr.ts';
import { FUNCTIONS, isFunctionName, isStatisticName } from './functions.ts';
import type { FormulaCode } from './messages.ts';
import { scan } from './scan.ts';
import { suggest } from './suggest.ts';
import { BINARY_PRECEDENCE, PREFIX_PRECEDENCE, readSyntax, type SyntaxNode } from './syntax.ts';

const LONGEST = 4000;
const DEEPEST = 64;
const MOST_NODES = 2000;
// Whatever walks an expression recurses; a + a + a … is as deep as it is long.
const LONGEST_CHAIN = 500;
const FARTHEST_LAG = 20;
const SHOWN = 60;

const RESERVED = new Set(['and', 'or', 'not', 'in', 'by', 'true', 'false', 'this']);

const ARITHMETIC: ReadonlyMap<string, ArithmeticOperator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['×', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['^', '^'],
]);

const COMPARE: ReadonlyMap<string, CompareOperator> = new Map([
  ['==', '=='],
  ['!=', '!='],
  ['≠', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['≤', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['≥', '>='],
]);

const LOGIC: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ['and', 'and'],
  ['&&', 'and'],
  ['or', 'or'],
  ['||', 'or'],
]);

type Reader = { readonly text: string; readonly diagnostics: Diagnostic[]; nodes: number; depth: number };

/** Stands where a finding was made; never leaves this file, because findings take the place of the Expr. */
const NOTHING: Expr = { node: 'number', value: Number.NaN };

/**
 * Reads a formula of at most 4000 characters, 64 levels, 2000 parts and 500 operators in a row. Findings carry an empty
 * path, for the caller to fill in, and `at`, the character of the formula counted from 1.
 */
export function parseFormula(text: string): { expr: Expr } | { diagnostics: Diagnostic[] } {
  const reader: Reader = { text, diagnostics: [], nodes: 0, depth: 0 };
  const expr = read(reader);
  return reader.diagnostics.length > 0 ? { diagnostics: reader.diagnostics } : { expr };
}

/** Whether formulas can refer to something by this name. */
export function isFormulaName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED.has(name);
}

function read(reader: Reader): Expr {
  const { text } = reader;
  if (text.length > LONGEST)
    return reject(reader, 'formula_too_long', 0, { length: text.length, limit: LONGEST });
  if (text.trim() === '') return reject(reader, 'formula_empty', 0);
  const scanned = scan(text);
  if ('badAt' in scanned) return reject(reader, 'formula_character', scanned.badAt);
  const syntax = readSyntax(scanned.text, DEEPEST);
  if ('tooDeep' in syntax) return reject(reader, 'formula_too_deep', 0, { limit: DEEPEST });
  if ('tree' in syntax) return convert(reader, syntax.tree);
  const ended = syntax.errorAt >= text.trimEnd().length;
  return reject(reader, ended ? 'formula_unfinished' : 'formula_syntax', syntax.errorAt);
}

function reject(reader: Reader, code: FormulaCode, at: number, params: Params = {}): Expr {
  const { text, diagnostics } = reader;
  const found = String.fromCodePoint(text.codePointAt(at) ?? 32);
  const formula = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  diagnostics.push({ code, severity: 'error', path: [], params: { at: at + 1, formula, found, ...params } });
  return NOTHING;
}

function convert(reader: Reader, node: SyntaxNode): Expr {
  reader.nodes += 1;
  reader.depth += 1;
  const limit =
    reader.nodes > MOST_NODES ? MOST_NODES : reader.depth > LONGEST_CHAIN ? LONGEST_CHAIN : undefined;
  const expr = limit === undefined ? convertNode(reader, node) : tooLarge(reader, limit);
  reader.depth -= 1;
  return expr;
}

function tooLarge(reader: Reader, limit: number): Expr {
  const said = reader.diagnostics.some((d) => d.code === 'formula_too_large');
  return said ? NOTHING : reject(reader, 'formula_too_large', 0, { limit });
}

function convertNode(reader: Reader, written: SyntaxNode): Expr {
  const node = bindPrefixes(written);
  const at = startOf(node);
  switch (node.type) {
    case 'Literal':
      return convertLiteral(reader, node.value, at);
    case 'Identifier':
      return convertName(reader, node.name, 0, at);
    case 'MemberExpression':
      return convertLag(reader, node, at);
    case 'UnaryExpression': {
      const operand = convert(reader, node.argument);
      if (node.operator !== '-') return { node: 'not', operand, at };
      return operand.node === 'number'
        ? { ...operand, value: 0 - operand.value, at }
        : { node: 'negate', operand, at };
    }
    case 'BinaryExpression':
      return convertBinary(reader, node, at);
    case 'CallExpression':
      return convertCall(reader, node, at);
    default:
      return reject(reader, 'formula_unsupported', at);
  }
}

/** jsep reads `not a == b` as `(not a) == b`: a prefix that binds more loosely than the operator after it moves outwards. */
function bindPrefixes(node: SyntaxNode): SyntaxNode {
  if (node.type !== 'BinaryExpression') return node;
  const left = bindPrefixes(node.left);
  const outward =
    left.type === 'UnaryExpression' &&
    !left.grouped &&
    (PREFIX_PRECEDENCE.get(left.operator) ?? 0) < (BINARY_PRECEDENCE.get(node.operator) ?? 0);
  if (outward) {
    const argument = bindPrefixes({ ...node, left: left.argument, at: undefined, grouped: undefined });
    return { ...left, argument, grouped: node.grouped };
  }
  return left === node.left ? node : { ...node, left };
}

function startOf(node: SyntaxNode): number {
  let start = node;
  while (start.at === undefined && start.type === 'BinaryExpression') start = start.left;
  return start.at ?? 0;
}

function convertLiteral(reader: Reader, value: unknown, at: number): Expr {
  if (typeof value === 'boolean') return { node: 'flag', value, at };
  if (typeof value === 'string') return { node: 'text', value, at };
  if (typeof value === 'number' && Number.isFinite(value)) return { node: 'number', value, at };
  return reject(reader, 'formula_number', at);
}

function convertName(reader: Reader, name: string, lag: number, at: number): Expr {
  if (!isFormulaName(name)) return reject(reader, 'formula_syntax', at);
  return { node: 'name', name, lag, holds: 'number', at };
}

function convertLag(
  reader: Reader,
  node: Extract<SyntaxNode, { type: 'MemberExpression' }>,
  at: number,
): Expr {
  const { computed, object, property } = node;
  if (!computed || object.type !== 'Identifier') return reject(reader, 'formula_unsupported', at);
  const back =
    property.type === 'UnaryExpression' && property.operator === '-' ? property.argument : undefined;
  const lag = back?.type === 'Literal' ? back.value : undefined;
  if (typeof lag !== 'number' || !Number.isInteger(lag) || lag < 1 || lag > FARTHEST_LAG) {
    return reject(reader, 'formula_lag', at, { limit: FARTHEST_LAG });
  }
  return convertName(reader, object.name, lag, at);
}

function convertBinary(
  reader: Reader,
  node: Extract<SyntaxNode, { type: 'BinaryExpression' }>,
  at: number,
): Expr {
  if (node.operator === 'in') return convertIn(reader, node, at);
  const left = convert(reader, node.left);
  const right = convert(reader, node.right);
  const arithmetic = ARITHMETIC.get(node.operator);
  if (arithmetic !== undefined) return { node: 'arithmetic', op: arithmetic, left, right, at };
  const compare = COMPARE.get(node.operator);
  if (compare !== undefined) return { node: 'compare', op: compare, left, right, at };
  const logic = LOGIC.get(node.operator);
  if (logic !== undefined) return { node: logic, left, right, at };
  return reject(reader, 'formula_unsupported', at);
}

function convertIn(
  reader: Reader,
  node: Extract<SyntaxNode, { type: 'BinaryExpression' }>,
  at: number,
): Expr {
  const operand = convert(reader, node.left);
  if (node.right.type !== 'ArrayExpression')
    return reject(reader, 'formula_unsupported', startOf(node.right));
  const values: (number | string)[] = [];
  for (const element of node.right.elements) {
    const value = element === null ? NOTHING : convert(reader, element);
    if (value.node !== 'number' && value.node !== 'text')
      return reject(reader, 'formula_literal_expected', value.at ?? at);
    values.push(value.value);
  }
  if (values.length === 0) return reject(reader, 'formula_unsupported', startOf(node.right));
  return { node: 'in', operand, values, at };
}

function convertCall(
  reader: Reader,
  node: Extract<SyntaxNode, { type: 'CallExpression' }>,
  at: number,
): Expr {
  if (node.callee.type !== 'Identifier') return reject(reader, 'formula_unsupported', at);
  const { name } = node.callee;
  if (!isFunctionName(name)) {
    return reject(reader, 'unknown_function', at, {
      name,
      suggestion: suggest(name, Object.keys(FUNCTIONS)),
    });
  }
  const given = node.arguments.length;
  const { least, most, example }: { least: number; most?: number; example: string } = FUNCTIONS[name];
  if (given < least || given > (most ?? given)) {
    const expected = most === undefined ? `≥ ${least}` : least === most ? least : `${least}–${most}`;
    return reject(reader, 'formula_arguments', at, { name, given, expected, example });
  }
  const [first] = node.arguments;
  if (first !== undefined && given === 1 && isStatisticName(name)) {
    const { operand, by } = splitGroups(reader, first);
    return { node: 'statistic', name, operand: convert(reader, operand), by, at };
  }
  const args = node.arguments.map((argument) => convert(reader, argument));
  if (name === 'growth') return growth(reader, args[0], at);
  if (name === 'date') return fixedDate(reader, args[0], at);
  // Only min and max take more than one argument, and they are calls then.
  if (name === 'mean' || name === 'sum' || name === 'median' || name === 'count') return NOTHING;
  return { node: 'call', name, args, at };
}

function splitGroups(reader: Reader, argument: SyntaxNode): { operand: SyntaxNode; by: readonly string[] } {
  if (argument.type !== 'BinaryExpression' || argument.operator !== 'by')
    return { operand: argument, by: [] };
  const { left: operand, right } = argument;
  const names = right.type === 'ArrayExpression' ? right.elements : [right];
  const by: string[] = [];
  for (const name of names) {
    if (name?.type === 'Identifier' && isFormulaName(name.name)) by.push(name.name);
    else reject(reader, 'formula_unsupported', startOf(name ?? right));
  }
  if (names.length === 0) reject(reader, 'formula_unsupported', startOf(right));
  return { operand, by };
}

function growth(reader: Reader, of: Expr | undefined, at: number): Expr {
  if (of?.node !== 'name') return reject(reader, 'formula_literal_expected', of?.at ?? at);
  const before: NameExpr = { ...of, lag: of.lag + 1 };
  if (before.lag > FARTHEST_LAG) return reject(reader, 'formula_lag', at, { limit: FARTHEST_LAG });
  const ratio: Expr = { node: 'arithmetic', op: '/', left: of, right: before, at };
  return { node: 'arithmetic', op: '-', left: ratio, right: { node: 'number', value: 1, at }, at };
}

/** A date is a number, days since 1970-01-01, as in columns. */
function fixedDate(reader: Reader, of: Expr | undefined, at: number): Expr {
  const text = of?.node === 'text' ? of.value : '';
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // Engines differ on whether they roll 2024-02-30 over into March.
  const exists = Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
  return exists
    ? { node: 'number', value: time / 86_400_000, at }
    : reject(reader, 'formula_date', of?.at ?? at);
}
