// Seeded figures of synthetic enterprises, for machines without the generator of the reference folder: the same columns and
// the same shape of distributions (sizes log-normal and correlated, some zeros, half a percent of absent emissions).
import { forkRandom, normal, type Random, uniform } from '#engine/simulate/random.ts';

const SEED = 20240611;
const HEADER = 'id,park,industry,area_mu,tax,value_added,revenue,energy_tce,emission,employees,rd';

/** CSV lines by the hundred thousand, the header with the first. */
export function* generateLines(rows: number): Generator<string> {
  const random = forkRandom(SEED, 0);
  let lines = [HEADER];
  for (let row = 0; row < rows; row++) {
    lines.push(enterprise(row, random));
    if (lines.length < 100_000) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

function enterprise(row: number, random: Random): string {
  const size = normal(random);
  const spread = (mean: number, deviation: number, share: number): number =>
    Math.exp(mean + deviation * (share * size + Math.sqrt(1 - share * share) * normal(random)));
  const shareOf = (mean: number, deviation: number, low: number, high: number): number =>
    Math.min(Math.max(mean + deviation * normal(random), low), high);
  const whole = (low: number, high: number): number => low + Math.floor(uniform(random) * (high - low));

  const park = `P${String(whole(1, 11)).padStart(2, '0')}`;
  const industry = `C${whole(13, 44)}`;
  const area = Math.max(0.5, spread(2.6, 0.9, 0.7));
  const revenue = spread(8.3, 1.1, 0.85);
  const emission = Math.max(0, spread(0.5, 1.3, 0.5) - 0.3);
  return [
    `E${String(row + 1).padStart(8, '0')}`,
    park,
    industry,
    area.toFixed(2),
    (revenue * shareOf(0.035, 0.02, 0, 0.3)).toFixed(2),
    (revenue * shareOf(0.22, 0.08, 0.01, 0.8)).toFixed(2),
    revenue.toFixed(2),
    Math.max(0.1, spread(5, 1.2, 0.7)).toFixed(2),
    uniform(random) < 0.005 ? '' : emission.toFixed(3),
    Math.max(1, spread(4, 0.9, 0.8)).toFixed(0),
    (revenue * shareOf(0.03, 0.02, 0, 0.2)).toFixed(2),
  ].join(',');
}
