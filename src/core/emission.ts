// Pollutants in pollution equivalents (污染当量), by the table of equivalents of the Environmental Protection Tax Law (环境保护税法附表二).

type Medium = 'water' | 'air';

type PollutantFacts = {
  readonly zh: string;
  readonly en: string;
  readonly medium: Medium;
  /** Equivalent value (污染当量值): kilograms that make one equivalent. */
  readonly kilograms: number;
};

export const POLLUTANTS = {
  cod: { zh: '化学需氧量', en: 'chemical oxygen demand', medium: 'water', kilograms: 1 },
  bod5: { zh: '生化需氧量', en: 'biochemical oxygen demand', medium: 'water', kilograms: 0.5 },
  toc: { zh: '总有机碳', en: 'total organic carbon', medium: 'water', kilograms: 0.49 },
  ammonia_nitrogen: { zh: '氨氮', en: 'ammonia nitrogen', medium: 'water', kilograms: 0.8 },
  total_phosphorus: { zh: '总磷', en: 'total phosphorus', medium: 'water', kilograms: 0.25 },
  suspended_solids: { zh: '悬浮物', en: 'suspended solids', medium: 'water', kilograms: 4 },
  petroleum: { zh: '石油类', en: 'petroleum', medium: 'water', kilograms: 0.1 },
  volatile_phenol: { zh: '挥发酚', en: 'volatile phenol', medium: 'water', kilograms: 0.08 },
  fluoride: { zh: '氟化物', en: 'fluoride', medium: 'water', kilograms: 0.5 },
  total_mercury: { zh: '总汞', en: 'total mercury', medium: 'water', kilograms: 0.0005 },
  total_cadmium: { zh: '总镉', en: 'total cadmium', medium: 'water', kilograms: 0.005 },
  total_chromium: { zh: '总铬', en: 'total chromium', medium: 'water', kilograms: 0.04 },
  hexavalent_chromium: { zh: '六价铬', en: 'hexavalent chromium', medium: 'water', kilograms: 0.02 },
  total_arsenic: { zh: '总砷', en: 'total arsenic', medium: 'water', kilograms: 0.02 },
  total_lead: { zh: '总铅', en: 'total lead', medium: 'water', kilograms: 0.025 },
  sulphur_dioxide: { zh: '二氧化硫', en: 'sulphur dioxide', medium: 'air', kilograms: 0.95 },
  nitrogen_oxides: { zh: '氮氧化物', en: 'nitrogen oxides', medium: 'air', kilograms: 0.95 },
  carbon_monoxide: { zh: '一氧化碳', en: 'carbon monoxide', medium: 'air', kilograms: 16.7 },
  hydrogen_chloride: { zh: '氯化氢', en: 'hydrogen chloride', medium: 'air', kilograms: 10.75 },
  general_dust: { zh: '一般性粉尘', en: 'general dust', medium: 'air', kilograms: 4 },
  soot: { zh: '烟尘', en: 'soot', medium: 'air', kilograms: 2.18 },
  benzene: { zh: '苯', en: 'benzene', medium: 'air', kilograms: 0.05 },
  toluene: { zh: '甲苯', en: 'toluene', medium: 'air', kilograms: 0.18 },
  xylene: { zh: '二甲苯', en: 'xylene', medium: 'air', kilograms: 0.27 },
} as const satisfies Record<string, PollutantFacts>;

export type Pollutant = keyof typeof POLLUTANTS;

type PollutionStep = {
  readonly pollutant: Pollutant;
  readonly kilograms: number;
  readonly equivalents: number;
  /** False for the organic-matter measures that stand back behind the largest of them. */
  readonly counted: boolean;
};

export type PollutionEquivalents = {
  /** NaN when nothing was reported or any amount is absent. */
  readonly equivalents: number;
  readonly steps: readonly PollutionStep[];
};

const ORGANIC_MATTER: ReadonlySet<Pollutant> = new Set(['cod', 'bod5', 'toc']);

/**
 * Σ kilograms ÷ equivalent value, over the pollutants of one outlet. Of COD, BOD5 and TOC, three measures of the same
 * matter, only the one with the most equivalents counts (附表二: 同一排放口只征收一项).
 */
export function toPollutionEquivalents(
  kilograms: Readonly<Partial<Record<Pollutant, number>>>,
): PollutionEquivalents {
  const found = Object.keys(kilograms).filter((key): key is Pollutant => Object.hasOwn(POLLUTANTS, key));
  const amounts = found.map((pollutant) => {
    const amount = kilograms[pollutant] ?? Number.NaN;
    return { pollutant, kilograms: amount, equivalents: amount / POLLUTANTS[pollutant].kilograms };
  });
  // An absent amount might be the largest, so it stands for the group and leaves the sum absent.
  const organic = amounts
    .filter(({ pollutant }) => ORGANIC_MATTER.has(pollutant))
    .toSorted((a, b) => orderOf(b.equivalents) - orderOf(a.equivalents));
  const behind = new Set(organic.slice(1));
  const steps = amounts.map((step) => ({ ...step, counted: !behind.has(step) }));
  const counted = steps.filter((step) => step.counted);
  const equivalents =
    counted.length === 0 ? Number.NaN : counted.reduce((sum, step) => sum + step.equivalents, 0);
  return { equivalents, steps };
}

function orderOf(equivalents: number): number {
  return Number.isNaN(equivalents) ? Number.MAX_VALUE : equivalents;
}
