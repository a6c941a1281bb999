// Unified social credit codes whose check digits do not fit: told as a warning, because real registers hold such codes.
import { checkCreditCode } from '#core/credit-code.ts';
import type { Diagnostic, Params, Place } from '#core/diagnostic.ts';
import { type Dataset, placeOf } from '#engine/run/dataset.ts';
import { textAt } from '#engine/table/column.ts';

const CODE_HEADERS: ReadonlySet<string> = new Set(['统一社会信用代码', '信用代码', 'credit_code']);
const LISTED = 100;

/** Findings only where the id column says that it holds credit codes. */
export function checkCreditCodes(dataset: Dataset, header: string): Diagnostic[] {
  if (!CODE_HEADERS.has(header.trim().toLowerCase())) return [];
  const findings: Diagnostic[] = [];
  let more = 0;
  for (let row = 0; row < dataset.table.rows; row++) {
    for (const problem of checkCreditCode(textAt(dataset.ids, row)).problems) {
      if (findings.length === LISTED) more++;
      else findings.push(warning(`credit_code_${problem}`, {}, placeOf(dataset, row, header)));
    }
  }
  if (more > 0) findings.push(warning('more_findings', { column: header, count: more }, placeOf(dataset)));
  return findings;
}

function warning(code: string, params: Params, place: Place): Diagnostic {
  return { code, severity: 'warning', path: [], params, place };
}
