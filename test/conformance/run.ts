// `npm run conformance`: our numbers beside those of others, one line per comparison; fails when any differs.
import { passes, type Check, type NotClaimed } from './check.ts';
import { hasReference, REFERENCE_FOLDER } from './reference.ts';
import { SOURCES } from './sources.ts';

const HEADER = ['source', 'item', 'n', 'max difference', 'tolerance', 'verdict'];
const NUMERIC = new Set([2, 3, 4]);

if (hasReference()) {
  report(
    SOURCES.flatMap((source) => source.checks()),
    SOURCES.flatMap((source) => source.notClaimed),
  );
} else {
  console.log(`No reference numbers at ${REFERENCE_FOLDER}: nothing to compare with.`);
  console.log('0 passed, 0 failed');
}

function report(checks: readonly Check[], notClaimed: readonly NotClaimed[]): void {
  console.log(tableOf(checks).join('\n'));
  const items = notClaimed.reduce((total, item) => total + item.count, 0);
  if (items > 0) console.log(`\nNot claimed: ${items} reference results we deliberately do not reproduce`);
  for (const { source, item, count, reason } of notClaimed)
    console.log(`  ${source}: ${item} (${count}) — ${reason}`);
  const passed = checks.filter(passes).length;
  const numbers = checks.reduce((total, check) => total + check.compared, 0);
  console.log(`\n${numbers} numbers compared`);
  console.log(`${passed} passed, ${checks.length - passed} failed`);
  if (passed < checks.length) process.exitCode = 1;
}

function tableOf(checks: readonly Check[]): string[] {
  const rows = [HEADER, ...checks.map(cellsOf)];
  const widths = HEADER.map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, c) => (NUMERIC.has(c) ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function cellsOf(check: Check): string[] {
  const { source, item, compared, maxDifference, tolerance } = check;
  const difference = Number.isFinite(maxDifference) ? maxDifference.toExponential(1) : 'not comparable';
  return [
    source,
    item,
    String(compared),
    difference,
    tolerance.toExponential(0),
    passes(check) ? 'equal' : 'DIFFERS',
  ];
}
