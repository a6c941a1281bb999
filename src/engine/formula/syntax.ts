// The expression parser jsep, set up for our grammar. Its tables are module-wide and it cannot be instantiated twice,
// so this is the only file that imports it, and its whole configuration stands here.
import jsep from 'jsep';

/** What jsep may hand back; parse.ts turns it into an Expr or a finding. */
export type SyntaxNode = {
  /** Offset of the node's first character; a chain of operators starts where its left end does. */
  at?: number | undefined;
  /** Written in parentheses of its own. */
  grouped?: boolean | undefined;
} & (
  | { type: 'Literal'; value: unknown }
  | { type: 'Identifier'; name: string }
  | { type: 'UnaryExpression'; operator: string; argument: SyntaxNode }
  | { type: 'BinaryExpression'; operator: string; left: SyntaxNode; right: SyntaxNode }
  | { type: 'CallExpression'; callee: SyntaxNode; arguments: SyntaxNode[] }
  | { type: 'MemberExpression'; computed: boolean; object: SyntaxNode; property: SyntaxNode }
  | { type: 'ArrayExpression'; elements: (SyntaxNode | null)[] }
  | { type: 'ThisExpression' | 'Compound' | 'SequenceExpression' | 'ConditionalExpression' }
);

export type SyntaxResult =
  | { readonly tree: SyntaxNode }
  | { readonly errorAt: number }
  | { readonly tooDeep: true };

/** How tightly an operator binds; higher binds tighter. */
export const BINARY_PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['by', 1],
  ...['or', '||'].map((operator) => [operator, 2] as const),
  ...['and', '&&'].map((operator) => [operator, 3] as const),
  ...['==', '!=', '≠', '<', '<=', '≤', '>', '>=', '≥', 'in'].map((operator) => [operator, 5] as const),
  ...['+', '-'].map((operator) => [operator, 6] as const),
  ...['*', '×', '/', '÷'].map((operator) => [operator, 7] as const),
  ['^', 9],
]);

/** jsep itself binds every prefix tightest of all; parse.ts puts them in this place. */
export const PREFIX_PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ['not', 4],
  ['!', 4],
  ['-', 8],
]);

const reading = { levels: 0, depth: 0, tooDeep: false, repeated: false };

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
jsep.removeIdentifierChar('$');
for (const [operator, precedence] of BINARY_PRECEDENCE)
  jsep.addBinaryOp(operator, precedence, operator === '^');
for (const operator of PREFIX_PRECEDENCE.keys()) jsep.addUnaryOp(operator);
jsep.addLiteral('true', true);
jsep.addLiteral('false', false);

// jsep reads `max(a b)` and `a b` as two expressions side by side.
jsep.hooks.add('gobble-expression', function () {
  const before = this.expr.slice(0, this.index).trimEnd().at(-1);
  const starts = before === undefined || '([,'.includes(before);
  // At the end of a group it looks for one more expression.
  if (!starts && this.char !== ')') this.throwError('an operator is missing');
});

// jsep calls this before every operand. We read the operand by calling the parser again, which then lets it pass:
// so each operand's place is known, and depth is bounded before the parser recurses.
jsep.hooks.add('gobble-token', function (env) {
  if (reading.repeated) {
    reading.repeated = false;
    return;
  }
  if (reading.depth > reading.levels) {
    reading.tooDeep = true;
    this.throwError('nested too deep');
  }
  const at = this.index;
  reading.depth += 1;
  reading.repeated = true;
  const node = this.gobbleToken();
  reading.depth -= 1;
  if (node) {
    if (this.expr.charAt(at) === '(') node['grouped'] = true;
    node['at'] ??= at;
    env.node = node;
  } else if (this.index !== at) {
    this.throwError('empty parentheses');
  }
});

/** Reads scanned text. Prefixes, parentheses, calls and lists are levels; the parser never recurses beyond `levels`. */
export function readSyntax(text: string, levels: number): SyntaxResult {
  Object.assign(reading, { levels, depth: 0, tooDeep: false, repeated: false });
  try {
    // jsep's own types leave the parts of a node open; SyntaxNode lists all that its grammar can produce.
    return { tree: jsep(text) as SyntaxNode };
  } catch (error) {
    if (reading.tooDeep) return { tooDeep: true };
    const index = error instanceof Error && 'index' in error ? error.index : 0;
    return { errorAt: typeof index === 'number' ? index : 0 };
  }
}
