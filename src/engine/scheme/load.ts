// Loads a scheme with everything it extends, checks it and compiles it: the one way from text to plan.
import { stringify } from 'yaml';
import type { Diagnostic, Path } from '#core/diagnostic.ts';
import { compileScheme } from './compile.ts';
import { mergeSchemes } from './extend.ts';
import type { Plan } from './plan.ts';
import { type Located, parseScheme, readSchemeText, type SchemeText } from './read.ts';
import type { Scheme } from './shape/scheme.ts';

/** Finds the text of a scheme by the name or path that `extends` gives, seen from the extending scheme. */
export type FindScheme = (name: string, from: SchemeText) => SchemeText | undefined;

export type LoadedScheme = {
  readonly scheme: Scheme | undefined;
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Line and column of a path in the outermost text. */
  readonly locate: (path: Path) => Located | undefined;
};

const MAX_CHAIN = 10;

export function loadScheme(
  source: SchemeText,
  find: FindScheme,
  parameters: Readonly<Record<string, number>> = {},
): LoadedScheme {
  const outer = readSchemeText(source);
  const chain = readChain(source, outer.raw, find);
  const diagnostics = [...outer.diagnostics, ...chain.diagnostics];
  if (diagnostics.length > 0)
    return { scheme: undefined, plan: undefined, diagnostics, locate: outer.locate };
  const parsed = parseScheme(chain.raw);
  if (parsed.scheme === undefined) {
    return { scheme: undefined, plan: undefined, diagnostics: parsed.diagnostics, locate: outer.locate };
  }
  const compiled = compileScheme(parsed.scheme, parameters);
  return {
    scheme: parsed.scheme,
    plan: compiled.plan,
    diagnostics: compiled.diagnostics,
    locate: outer.locate,
  };
}

/**
 * The text with everything it extends merged in, so that it loads alone. A text that extends nothing stays as it is,
 * comments included.
 */
export function resolveScheme(
  source: SchemeText,
  find: FindScheme,
): { readonly text: string | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const outer = readSchemeText(source);
  if (outer.diagnostics.length > 0) return { text: undefined, diagnostics: outer.diagnostics };
  if (baseOf(outer.raw) === undefined) return { text: source.text, diagnostics: [] };
  const { raw, diagnostics } = readChain(source, outer.raw, find);
  if (diagnostics.length > 0) return { text: undefined, diagnostics };
  const merged = Object.entries(raw as object).filter(([key]) => key !== 'extends');
  return { text: stringify(Object.fromEntries(merged)), diagnostics: [] };
}

function readChain(
  source: SchemeText,
  raw: unknown,
  find: FindScheme,
): { raw: unknown; diagnostics: Diagnostic[] } {
  const layers = [raw];
  let from = source;
  for (let base = baseOf(raw); base !== undefined; base = baseOf(layers.at(-1))) {
    if (layers.length > MAX_CHAIN) return broken('extends_too_long', base);
    const text = find(base, from);
    if (text === undefined) return broken('extends_not_found', base);
    const read = readSchemeText(text);
    if (read.diagnostics.length > 0) {
      return {
        raw: undefined,
        diagnostics: [...broken('extends_broken', base).diagnostics, ...read.diagnostics],
      };
    }
    layers.push(read.raw);
    from = text;
  }
  return { raw: layers.reduceRight((base, change) => mergeSchemes(base, change)), diagnostics: [] };
}

function broken(code: string, name: string): { raw: undefined; diagnostics: Diagnostic[] } {
  return { raw: undefined, diagnostics: [{ code, severity: 'error', path: ['extends'], params: { name } }] };
}

function baseOf(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('extends' in raw)) return undefined;
  return typeof raw.extends === 'string' ? raw.extends : undefined;
}
