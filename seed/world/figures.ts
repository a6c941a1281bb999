// Five years of an enterprise's figures. What it is stays; what happens to it comes on top and wears off slowly.
import { type Chance, logNormal, normal, round } from './random.ts';
import type { ParkCharacter } from './parks.ts';

export const DEMO_YEARS = [2021, 2022, 2023, 2024, 2025] as const;

export type Figures = {
  readonly tax: number | null;
  readonly revenue: number | null;
  readonly value_added: number | null;
  readonly rd: number | null;
  readonly energy: number | null;
  readonly emission: number | null;
  readonly employees: number | null;
  readonly not_evaluated: boolean;
  readonly vetoed: boolean;
};

export type Firm = {
  readonly n: number;
  readonly park: ParkCharacter;
  readonly industry: string;
  readonly isLarge: boolean;
  readonly isInnovative: boolean;
  readonly land_mu: number;
  readonly luck: Luck;
};

/** A few have a fate of their own: far ahead of all, hardly working any more, or turned around in 2024. */
export type Luck = 'star' | 'idle' | 'risen' | 'fallen' | 'ordinary';

export function luckOf(chance: Chance): Luck {
  const draw = chance();
  if (draw < 0.006) return 'star';
  if (draw < 0.026) return 'idle';
  if (draw < 0.041) return 'risen';
  return draw < 0.056 ? 'fallen' : 'ordinary';
}

const FATE: Readonly<Record<Luck, (year: number) => number>> = {
  star: (year) => 3 + 0.4 * (year - 2021),
  idle: (year) => 0.16 - 0.02 * (year - 2021),
  risen: (year) => (year < 2024 ? 0.8 : 1.9),
  fallen: (year) => (year < 2024 ? 1.3 : 0.45),
  ordinary: () => 1,
};

/** Half of what a year brought is still felt in the next. */
function* weather(chance: Chance, spread: number): Generator<number, never> {
  let now = 0;
  for (;;) {
    now = 0.5 * now + spread * normal(chance);
    yield Math.exp(now);
  }
}

export function makeFigures(firm: Firm, chance: Chance): Figures[] {
  const { park, industry, land_mu, isInnovative } = firm;
  const isService = industry > '50';
  // A small plot is used more densely than a large one.
  const perMu = logNormal(chance, firm.isLarge ? 210 : 95, 0.6) * park.yield * (20 / (land_mu + 8)) ** 0.35;
  const margin = logNormal(chance, 0.045, 0.35);
  const energyPer = logNormal(chance, industry < '34' ? 0.1 : 0.035, 0.6);
  const addedPer = 0.16 + 0.14 * chance();
  const rdPer = isInnovative ? 0.025 + 0.05 * chance() : chance() < 0.55 ? 0 : 0.004 + 0.02 * chance();
  const perHead = logNormal(chance, 75, 0.35) * Math.sqrt(park.yield);
  const emits = !isService && chance() < 0.75;
  const emissionPer = logNormal(chance, 0.00018, 0.6);
  const [sales, taxes, use, heads] = [0.17, 0.3, 0.2, 0.12].map((spread) => weather(chance, spread));
  const startsIn = chance() < 0.02 ? 2022 + Math.floor(chance() * 3) : 0;
  return DEMO_YEARS.map((year) => {
    const trend = Math.exp(park.growth * (year - 2021));
    const revenue = perMu * land_mu * trend * FATE[firm.luck](year) * next(sales);
    const lost = firm.luck === 'idle' && chance() < 0.3;
    const tax = revenue * margin * next(taxes) * (lost ? -0.3 : 1);
    return {
      tax: round(tax, 2),
      revenue: round(revenue, 2),
      value_added: round(revenue * addedPer * (0.96 + 0.08 * chance()), 2),
      rd: round(revenue * rdPer, 2),
      energy: round(revenue * energyPer * next(use), 2),
      emission: emits ? round(revenue * emissionPer * next(use), 3) : 0,
      employees: Math.max(3, Math.round((revenue / perHead) * next(heads))),
      not_evaluated: year === startsIn,
      vetoed: chance() < 0.004,
    };
  });
}

const next = (source: Generator<number, never> | undefined): number => source?.next().value ?? 1;

/** What a year that is still being collected suffers from: gaps, wrong units, slips of the comma. */
export function withFlaws(figures: Figures, n: number, chance: Chance): Figures {
  const { tax, revenue } = figures;
  const draw = chance();
  if (draw < 0.02) return { ...figures, tax: round((tax ?? 0) * 10_000, 0) };
  if (draw < 0.035) return { ...figures, revenue: round((revenue ?? 0) / 100, 2) };
  if (draw < 0.07) return { ...figures, energy: null };
  if (draw < 0.1) return { ...figures, employees: null };
  return n % 151 === 0 ? { ...figures, rd: round((revenue ?? 0) * 2, 2) } : figures;
}
