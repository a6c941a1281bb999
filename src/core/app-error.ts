// The two ways code may throw: an error a user can act on, and a bug of our own.
import type { Diagnostic, Params } from './diagnostic.ts';

/** Ends a request or command. `code` names the wording; `diagnostics` carry the single findings, if any. */
export class AppError extends Error {
  readonly code: string;
  readonly params: Params;
  readonly diagnostics: readonly Diagnostic[];

  constructor(code: string, params: Params = {}, diagnostics: readonly Diagnostic[] = []) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.diagnostics = diagnostics;
  }
}

/** Throws when our own reasoning is wrong; never for bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}
