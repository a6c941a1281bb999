// A finding about a scheme or a data file. Findings are collected, never thrown, so that a user sees all of them at once.

export type Severity = 'error' | 'warning' | 'info';

/** Where a finding lies: keys and indexes into a scheme (`['indicators', 'tax_per_mu', 'value']`). */
export type Path = readonly (string | number)[];

/** Where a finding lies in a file: 1-based line or sheet row, and the column's header. */
export type Place = {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
};

export type Params = Readonly<Record<string, string | number>>;

export type Diagnostic = {
  readonly code: string;
  readonly severity: Severity;
  readonly path: Path;
  readonly params: Params;
  readonly place?: Place;
};

/** One finding's wording: what happened, and what to do about it. `{name}` takes the parameter of that name. */
export type Wording = {
  readonly zh: string;
  readonly en: string;
  readonly hint?: { readonly zh: string; readonly en: string };
};

export type Lang = 'zh' | 'en';

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** Fills `{name}` in a template with the parameter of that name; an unknown name stays as it is. */
export function fillTemplate(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
