// A draft of a scheme as the studio sees it: its data for the form, its plan, and every finding with its line.
import type { Diagnostic } from '#core/diagnostic.ts';
import { compileScheme } from '#engine/scheme/compile.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { type Located, parseScheme, readSchemeText } from '#engine/scheme/read.ts';
import type { Scheme } from '#engine/scheme/shape/scheme.ts';

export type Finding = Diagnostic & { readonly at: Located | undefined };

export type Draft = {
  readonly text: string;
  /** What the text says, right or wrong; undefined where it is no YAML. */
  readonly data: unknown;
  readonly scheme: Scheme | undefined;
  readonly plan: Plan | undefined;
  readonly findings: readonly Finding[];
  /** Where something stands in the text. */
  readonly locate: (path: Diagnostic['path']) => Located | undefined;
};

export function readDraft(text: string): Draft {
  const { raw, diagnostics, locate } = readSchemeText({ text });
  const placed = (found: readonly Diagnostic[]): Finding[] =>
    found.map((finding) => ({ ...finding, at: placeOf(finding, locate) }));
  if (diagnostics.length > 0)
    return {
      text,
      data: undefined,
      scheme: undefined,
      plan: undefined,
      findings: placed(diagnostics),
      locate,
    };
  const parsed = parseScheme(raw);
  if (parsed.scheme === undefined)
    return {
      text,
      data: raw,
      scheme: undefined,
      plan: undefined,
      findings: placed(parsed.diagnostics),
      locate,
    };
  const { plan, diagnostics: compiled } = compileScheme(parsed.scheme);
  return { text, data: raw, scheme: parsed.scheme, plan, findings: placed(compiled), locate };
}

/** Faults of syntax carry their line themselves. */
function placeOf(
  { params, path }: Diagnostic,
  locate: (path: Diagnostic['path']) => Located | undefined,
): Located | undefined {
  const { line, column } = params;
  if (typeof line === 'number') return { line, column: typeof column === 'number' ? column : 1 };
  return locate(path);
}

/** Findings at a place of the form or below it. */
export function findingsAt(findings: readonly Finding[], path: Diagnostic['path']): Finding[] {
  return findings.filter((finding) => path.every((key, i) => String(finding.path[i]) === String(key)));
}
