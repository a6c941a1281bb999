// Ends the reading of a workbook with the finding that says why.
import type { Finding } from '../findings.ts';

export class XlsxFault extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.name = 'XlsxFault';
    this.finding = finding;
  }
}

/** The bytes are not what the formats of ZIP, XML and XLSX allow. `reason` is for us, not for the user. */
export function malformed(reason: string): XlsxFault {
  const fault = new XlsxFault({ code: 'not_xlsx', severity: 'error' });
  fault.message = `not_xlsx: ${reason}`;
  return fault;
}
