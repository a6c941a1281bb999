// Energy in tonnes of standard coal (GB/T 2589-2020, annexes A and B). Electricity and heat count either by the heat they
// carry (当量值) or by the coal burnt to make them (等价值); the latter changes every year and is never assumed.
import type { Diagnostic } from './diagnostic.ts';

/** The unit energy is reported in, and tonnes of standard coal per such unit for a coefficient of 1 in the standard's unit. */
const UNITS = {
  t: { zh: '吨', coefficient: 'kgce/kg', factor: 1 },
  ten_thousand_m3: { zh: '万立方米', coefficient: 'kgce/m³', factor: 10 },
  gj: { zh: '百万千焦', coefficient: 'kgce/MJ', factor: 1 },
  ten_thousand_kwh: { zh: '万千瓦时', coefficient: 'kgce/(kW·h)', factor: 10 },
  ten_thousand_t: { zh: '万吨', coefficient: 'kgce/t', factor: 10 },
} as const;

type SourceFacts = {
  readonly zh: string;
  readonly en: string;
  readonly unit: keyof typeof UNITS;
  /** In the standard's unit. Absent where the standard gives a range, so that a measured or agreed figure must be stated. */
  readonly coefficient?: number;
  /** Has an equivalent value (等价值) beside its calorific one. */
  readonly converted?: true;
};

export const ENERGY_SOURCES = {
  raw_coal: { zh: '原煤', en: 'raw coal', unit: 't', coefficient: 0.7143 },
  washed_coal: { zh: '洗精煤', en: 'cleaned coal', unit: 't', coefficient: 0.9 },
  coke: { zh: '焦炭', en: 'coke', unit: 't', coefficient: 0.9714 },
  crude_oil: { zh: '原油', en: 'crude oil', unit: 't', coefficient: 1.4286 },
  fuel_oil: { zh: '燃料油', en: 'fuel oil', unit: 't', coefficient: 1.4286 },
  gasoline: { zh: '汽油', en: 'gasoline', unit: 't', coefficient: 1.4714 },
  kerosene: { zh: '煤油', en: 'kerosene', unit: 't', coefficient: 1.4714 },
  diesel: { zh: '柴油', en: 'diesel', unit: 't', coefficient: 1.4571 },
  liquefied_petroleum_gas: {
    zh: '液化石油气',
    en: 'liquefied petroleum gas',
    unit: 't',
    coefficient: 1.7143,
  },
  refinery_gas: { zh: '炼厂干气', en: 'refinery gas', unit: 't', coefficient: 1.5714 },
  natural_gas: { zh: '天然气', en: 'natural gas', unit: 'ten_thousand_m3' },
  coke_oven_gas: { zh: '焦炉煤气', en: 'coke oven gas', unit: 'ten_thousand_m3' },
  blast_furnace_gas: {
    zh: '高炉煤气',
    en: 'blast furnace gas',
    unit: 'ten_thousand_m3',
    coefficient: 0.1286,
  },
  heat: { zh: '热力', en: 'heat', unit: 'gj', coefficient: 0.03412, converted: true },
  low_pressure_steam: { zh: '蒸汽（低压）', en: 'low-pressure steam', unit: 't', coefficient: 0.1286 },
  electricity: {
    zh: '电力',
    en: 'electricity',
    unit: 'ten_thousand_kwh',
    coefficient: 0.1229,
    converted: true,
  },
  fresh_water: { zh: '新水', en: 'fresh water', unit: 'ten_thousand_t', coefficient: 0.2571 },
  compressed_air: { zh: '压缩空气', en: 'compressed air', unit: 'ten_thousand_m3', coefficient: 0.04 },
} as const satisfies Record<string, SourceFacts>;

export type EnergySource = keyof typeof ENERGY_SOURCES;

type Coefficients = Readonly<Partial<Record<EnergySource, number>>>;

export type StandardCoalOptions = {
  /** Measured or agreed coefficients, in the standard's unit; they go before the standard's own. */
  readonly stated?: Coefficients;
} & (
  | { readonly basis: 'calorific' }
  | {
      readonly basis: 'equivalent';
      readonly year: number;
      /** Equivalent values by year: electricity in kgce/(kW·h), heat in kgce/MJ, as the statistics office gives them. */
      readonly equivalents: Readonly<
        Record<number, Readonly<Partial<Record<'electricity' | 'heat', number>>>>
      >;
    }
);

type StandardCoalStep = {
  readonly source: EnergySource;
  readonly amount: number;
  readonly unit: string;
  readonly coefficient: number;
  readonly coefficientUnit: string;
  readonly tce: number;
};

export type StandardCoal = {
  /** Tonnes of standard coal; NaN when nothing was reported or any part of the sum is unknown. */
  readonly tce: number;
  readonly steps: readonly StandardCoalStep[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Σ amount × coefficient (GB/T 2589-2020, 综合能耗). Amounts are in the unit of `ENERGY_SOURCES`; an amount passed on to
 * others is negative. Errors: `energy_amount_absent`, `energy_coefficient_missing`.
 */
export function toStandardCoal(
  quantities: Readonly<Partial<Record<EnergySource, number>>>,
  options: StandardCoalOptions,
): StandardCoal {
  const steps: StandardCoalStep[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of energySources(quantities)) {
    const facts: SourceFacts = ENERGY_SOURCES[source];
    const unit = UNITS[facts.unit];
    const amount = quantities[source] ?? Number.NaN;
    const coefficient = coefficientOf(source, facts, options) ?? Number.NaN;
    if (Number.isNaN(amount)) diagnostics.push(problem('energy_amount_absent', source));
    if (Number.isNaN(coefficient)) diagnostics.push(problem('energy_coefficient_missing', source));
    const tce = amount * coefficient * unit.factor;
    steps.push({ source, amount, unit: unit.zh, coefficient, coefficientUnit: unit.coefficient, tce });
  }
  const tce = steps.length === 0 ? Number.NaN : steps.reduce((sum, step) => sum + step.tce, 0);
  return { tce, steps, diagnostics };
}

function coefficientOf(
  source: EnergySource,
  facts: SourceFacts,
  options: StandardCoalOptions,
): number | undefined {
  const stated = options.stated?.[source];
  if (stated !== undefined) return stated;
  if (options.basis === 'calorific' || !facts.converted) return facts.coefficient;
  const equivalents: Coefficients | undefined = options.equivalents[options.year];
  return equivalents?.[source];
}

function energySources(quantities: Readonly<Partial<Record<EnergySource, number>>>): EnergySource[] {
  return Object.keys(quantities).filter((key): key is EnergySource => Object.hasOwn(ENERGY_SOURCES, key));
}

function problem(code: string, source: EnergySource): Diagnostic {
  const { zh, en } = ENERGY_SOURCES[source];
  return { code, severity: 'error', path: [source], params: { zh, en } };
}
