// Collects findings about one file. A bad file may have one in every cell: the first are kept, the rest is counted.
import type { Diagnostic, Params, Place, Severity } from '#core/diagnostic.ts';
import type { SheetCode } from './messages.ts';

const MAX_DIAGNOSTICS = 1000;

/** Of the cells that cannot be read, so many are remembered, for those who ask for all of them. */
export const MAX_PROBLEMS = 200_000;

export type Finding = {
  readonly code: SheetCode;
  readonly severity: Severity;
  readonly params?: Params;
  readonly place?: Place;
};

export class Findings {
  private readonly file: string;
  private readonly most: number;
  private readonly kept: Diagnostic[] = [];
  private more = 0;

  constructor(file: string, most = MAX_DIAGNOSTICS) {
    this.file = file;
    this.most = most;
  }

  add({ code, severity, params = {}, place = {} }: Finding): void {
    if (this.kept.length < this.most) {
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
    const params = { shown: this.most, more: this.more };
    return [...this.kept, { code, severity: 'info', path: [], params, place: { file: this.file } }];
  }
}
