// The Human Development Index 2022 of 193 countries, as UNDP published it, by the shipped scheme.
import { evaluate } from '#engine/run/evaluate.ts';
import { figuresOf, readRows } from '#test/golden/figures.ts';
import { shippedPlan } from '#test/golden/schemes.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { REFERENCE_FOLDER } from './reference.ts';

const SOURCE = 'UNDP, HDI 2022';
const published = checker(SOURCE, 0);
const unrounded = checker(SOURCE, 1e-9);

const GROUPS = ['Very High', 'High', 'Medium', 'Low'];

export const notClaimed: readonly NotClaimed[] = [
  {
    source: SOURCE,
    item: 'regions and the world',
    count: 11,
    reason: 'aggregates of countries, not subjects of the index',
  },
];

export function checks(): Check[] {
  const rows = readRows(`${REFERENCE_FOLDER}hdi/hdi_2022.csv`).filter(
    (row) => row['iso3']?.startsWith('ZZ') === false,
  );
  const plan = shippedPlan('undp-hdi-2022');
  const { run, diagnostics } = evaluate(plan, figuresOf(plan, rows, { id: 'iso3' }));
  if (run === undefined) throw new Error(JSON.stringify(diagnostics));
  const column = (name: string): number[] => rows.map((row) => Number(row[name]));
  const [education] = run.groups;
  return [
    published('index, 3 decimals', run.score, column('hdi_published')),
    published('rank', run.classified.ranking.rank, column('hdi_rank_2022')),
    published(
      'group',
      run.final,
      rows.map((row) => GROUPS.indexOf(row['hdicode'] ?? '')),
    ),
    unrounded('index before rounding', run.exact, column('hdi_calc')),
    unrounded('health', run.items[0]?.normalised ?? [], column('I_health')),
    unrounded('education', education?.scores ?? [], column('I_edu')),
    unrounded('income', run.items[3]?.normalised ?? [], column('I_inc')),
  ];
}
