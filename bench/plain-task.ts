// The task in plain loops, written from its description and sharing nothing with the engine: what its results are held against.
import { readFileSync, writeFileSync } from 'node:fs';

type Row = Readonly<Record<string, string>>;

const RATIOS = [
  ['tax', 'area_mu', 30],
  ['value_added', 'area_mu', 20],
  ['value_added', 'energy_tce', 20],
  ['value_added', 'emission', 10],
  ['value_added', 'employees', 10],
  ['rd', 'revenue', 10],
] as const;

const CAP = 1.5;
const HEADER = 'id,park,s1,s2,s3,s4,s5,s6,total,rank_park,prank,class';

export function writePlainResult(input: string, output: string): void {
  const rows = readRows(input);
  const scores = RATIOS.map(([over, under, weight]) => scoresOf(rows, over, under, weight));
  const totals = Float64Array.from(rows, (_, i) =>
    scores.reduce((sum, column) => sum + (column[i] as number), 0),
  );
  const percent = percentRanks(totals);
  const places = placesInPark(rows, totals);
  const lines = rows.map((row, i) => {
    const { rank, size } = places[i] as Place;
    const numbers = [...scores.map((column) => column[i] as number), totals[i] as number].map((value) =>
      value.toFixed(6),
    );
    return [row.id, row.park, ...numbers, rank, (percent[i] as number).toFixed(6), classOf(rank, size)].join(
      ',',
    );
  });
  writeFileSync(output, `${HEADER}\n${lines.join('\n')}\n`);
}

function readRows(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(file, 'latin1').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const row: Record<string, string> = {};
    for (const [i, name] of names.entries()) row[name] = cells[i] ?? '';
    return row;
  });
}

function scoresOf(rows: readonly Row[], over: string, under: string, weight: number): Float64Array {
  const top = Float64Array.from(rows, (row) => Number(row[over]));
  // A ratio is missing where its denominator is empty or zero.
  const bottom = Float64Array.from(rows, (row) =>
    Number(row[under]) === 0 ? Number.NaN : Number(row[under]),
  );
  let tops = 0;
  let bottoms = 0;
  for (let i = 0; i < rows.length; i++) {
    if (Number.isNaN(bottom[i])) continue;
    tops += top[i] as number;
    bottoms += bottom[i] as number;
  }
  const baseline = tops / bottoms;
  const scores = top.map(
    (value, i) => Math.min(Math.max(value / (bottom[i] as number) / baseline, 0), CAP) * weight,
  );
  const present = scores.filter((score) => !Number.isNaN(score));
  const mean = present.reduce((sum, score) => sum + score, 0) / present.length;
  return scores.map((score) => (Number.isNaN(score) ? mean : score));
}

/** The share of the other rows that have less. */
function percentRanks(totals: Float64Array): Float64Array {
  const sorted = totals.toSorted();
  const below = new Map<number, number>();
  for (const [i, total] of sorted.entries()) if (!below.has(total)) below.set(total, i);
  return totals.map((total) => (below.get(total) ?? 0) / (totals.length - 1));
}

type Place = { readonly rank: number; readonly size: number };

/** Ranks from the highest total within each park; equal totals share the best rank. */
function placesInPark(rows: readonly Row[], totals: Float64Array): Place[] {
  const byPark = new Map<string | undefined, number[]>();
  for (const [i, { park }] of rows.entries()) {
    const members = byPark.get(park);
    if (members === undefined) byPark.set(park, [i]);
    else members.push(i);
  }
  const places: Place[] = [];
  for (const members of byPark.values()) {
    members.sort((a, b) => (totals[b] as number) - (totals[a] as number));
    let rank = 1;
    for (const [at, i] of members.entries()) {
      if (totals[i] !== totals[members[at - 1] ?? i]) rank = at + 1;
      places[i] = { rank, size: members.length };
    }
  }
  return places;
}

function classOf(rank: number, size: number): string {
  if (rank <= Math.floor(0.2 * size + 0.5)) return 'A';
  if (rank <= Math.floor(0.7 * size + 0.5)) return 'B';
  return rank <= Math.floor(0.95 * size + 0.5) ? 'C' : 'D';
}
