// The land area an enterprise is evaluated by, from its registered uses of land, with every step.
import type { LandStep, Occupancy } from '../contract/land.ts';

/** Own land + land used without title + leased in − leased out − under construction − not usable. */
const SIGN = { own: 1, untitled: 1, lease_in: 1, lease_out: -1 } as const;

const M2_PER_MU = 10_000 / 15;
const DAY_MS = 86_400_000;

export type Span = { readonly starts_on: string; readonly ends_on: string };

/**
 * Areas in mu, weighted by the share of the period's days on which a use held. A storey counts its floor area divided
 * by the plot ratio. The steps always add up to the area.
 */
export function evaluatedLandArea(occupancies: readonly Occupancy[], period: Span): Area {
  return areaOf(landSteps(occupancies, period), daysOf(period));
}

export type Area = { readonly area_mu: number; readonly steps: readonly LandStep[] };

/** What each use adds and takes away. */
export function landSteps(occupancies: readonly Occupancy[], period: Span): LandStep[] {
  const ofDays = daysOf(period);
  return occupancies.flatMap((occupancy) => stepsOf(occupancy, period, ofDays));
}

/** The sum of the steps. It is never below zero: what is missing becomes a step of its own. */
export function areaOf(steps: readonly LandStep[], ofDays: number): Area {
  const total = steps.reduce((sum, { amount_mu: amount }) => sum + amount, 0);
  if (total >= 0) return { area_mu: total, steps };
  const correction: LandStep = {
    kind: 'below_zero',
    occupancy_id: null,
    area_mu: -total,
    days: ofDays,
    of_days: ofDays,
    amount_mu: -total,
  };
  return { area_mu: 0, steps: [...steps, correction] };
}

function stepsOf(occupancy: Occupancy, period: Span, ofDays: number): LandStep[] {
  const days = sharedDays(occupancy, period);
  if (days === 0) return [];
  const step = (kind: LandStep['kind'], area: number, sign: 1 | -1): LandStep => ({
    kind,
    occupancy_id: occupancy.occupancy_id,
    area_mu: area,
    days,
    of_days: ofDays,
    amount_mu: (sign * area * days) / ofDays,
  });
  return [
    step(occupancy.kind, landOf(occupancy), SIGN[occupancy.kind]),
    ...(occupancy.under_construction_mu > 0
      ? [step('under_construction', occupancy.under_construction_mu, -1)]
      : []),
    ...(occupancy.not_usable_mu > 0 ? [step('not_usable', occupancy.not_usable_mu, -1)] : []),
  ];
}

/** The stated land, or the share of it a floor stands for; without a plot ratio the floor lies on the ground. */
function landOf({ land_area_mu: land, floor_area_m2: floor, plot_ratio: ratio }: Occupancy): number {
  return land ?? (floor ?? 0) / M2_PER_MU / (ratio ?? 1);
}

export function daysOf({ starts_on: from, ends_on: to }: Span): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

function sharedDays(occupancy: Occupancy, period: Span): number {
  const from = occupancy.starts_on > period.starts_on ? occupancy.starts_on : period.starts_on;
  const until = occupancy.ends_on ?? period.ends_on;
  const to = until < period.ends_on ? until : period.ends_on;
  return Math.max(0, daysOf({ starts_on: from, ends_on: to }));
}
