// Collects findings about one file. A bad file may have one in every cell: the first are kept, the rest is counted.
import type { Diagnostic, Params, Place, Severity } from '#core/diagnostic.ts';
import type { SheetCode } from './messages.ts';

export const MAX_DIAGNOSTICS = 1000;

export type Finding = {
  readonly code: SheetCode;
  readonly severity: Severity;
  readonly params?: Params;
  readonly place?: Place;
};

export class Findings {
  private readonly file: string;
  private readonly kept: Diagnostic[] = [];
  private more = 0;

  constructor(file: string) {
    this.file = file;
  }

  add({ code, severity, params = {}, place = {} }: Finding): void {
    if (this.kept.length < MAX_DIAGNOSTICS) {
      this.kept.push({ code, severity, path: [], params, place: { file: this.file, ...place } });
    } else {
      this.more += 1;
    }
  }

  /** For findings that were counted but not made. */
  addUnlisted(count: number): void {
    this.more += count;
  }

  all(): readonly Diagnostic[] {
    if (this.more === 0) return this.kept;
    const code: SheetCode = 'findings_not_listed';
    const params = { shown: MAX_DIAGNOSTICS, more: this.more };
    return [...this.kept, { code, severity: 'info', path: [], params, place: { file: this.file } }];
  }
}
