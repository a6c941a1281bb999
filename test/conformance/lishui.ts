// 丽水 2019: ten areas by the method of 黄岩 2022, from the published indicators, without a cap and with a cap of 1.5.
import { fileURLToPath } from 'node:url';
import { evaluate } from '#engine/run/evaluate.ts';
import { itemScores } from '#engine/run/result-columns.ts';
import { figuresOf, readRows, type Rows } from '#test/golden/figures.ts';
import { type Parameters, shippedPlan } from '#test/golden/schemes.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readCsv, REFERENCE_FOLDER } from './reference.ts';

const check = checker('丽水 2019 by 黄岩 2022', 1e-9);

const EXAMPLE = fileURLToPath(new URL('../../examples/lishui-2019.csv', import.meta.url));

export const notClaimed: readonly NotClaimed[] = [];

export function checks(): Check[] {
  const example = readRows(EXAMPLE);
  return [
    ...typedIn(example),
    ...scored('no cap', {}, example, 'lishui/expected_huangyan2022_nocap.csv'),
    ...scored('cap 1.5', { cap: 1.5 }, example, 'lishui/expected_huangyan2022_cap1.5.csv'),
  ];
}

/** The figures of our example are the published ones. */
function typedIn(example: Rows): Check[] {
  const rows = readRows(`${REFERENCE_FOLDER}lishui/areas_2019.csv`);
  const number = (cell: string): number => (cell === '' ? Number.NaN : Number(cell));
  const numbers = (table: Rows): number[] => table.flatMap((row) => Object.values(row).slice(1).map(number));
  return [check('figures of the example', numbers(example), numbers(rows))];
}

function scored(name: string, parameters: Parameters, example: Rows, reference: string): Check[] {
  const plan = shippedPlan('huangyan-2022-above-scale-areas', parameters);
  const { run, diagnostics } = evaluate(plan, figuresOf(plan, example));
  if (run === undefined) throw new Error(JSON.stringify(diagnostics));
  const expected = readCsv(reference);
  const areas = expected.text('area');
  const inOrder = (column: ArrayLike<number>): (number | undefined)[] =>
    areas.map((area) => column[example.findIndex((row) => row['地区'] === area)]);
  return [
    ...plan.indicators.map((indicator, i) =>
      check(`${name}: ${indicator.name}`, inOrder(itemScores(run, i)), expected.numbers(`s${i + 1}`)),
    ),
    check(`${name}: score`, inOrder(run.score), expected.numbers('total')),
    check(`${name}: rank`, inOrder(run.classified.ranking.rank), expected.numbers('rank')),
  ];
}
