// The ten parks of the demonstration zone and what makes each of them different.
import type { ParkKind } from '#capabilities/registry/contract/places.ts';
import type { z } from 'zod';

export type ParkCharacter = {
  readonly kind: z.infer<typeof ParkKind>;
  readonly industries: readonly [string, ...string[]];
  /** Of all enterprises, the part that is here. */
  readonly share: number;
  /** What a mu yields, compared with the zone's middle. */
  readonly yield: number;
  /** A year. */
  readonly growth: number;
  readonly aboveScale: number;
  readonly innovative: number;
  readonly use: string;
};

/** In the order of the sites of the ground plan. 信息产业园 leads, 老城工业园 falls behind. */
export const PARKS: readonly ParkCharacter[] = [
  {
    kind: 'advanced_manufacturing',
    industries: ['34', '35', '36', '33'],
    share: 0.15,
    yield: 1.25,
    growth: 0.06,
    aboveScale: 0.42,
    innovative: 0.2,
    use: '工业用地',
  },
  {
    kind: 'new_materials',
    industries: ['26', '29', '30', '32'],
    share: 0.12,
    yield: 0.95,
    growth: 0.03,
    aboveScale: 0.36,
    innovative: 0.12,
    use: '工业用地',
  },
  {
    kind: 'medical',
    industries: ['27', '27', '14', '15', '35'],
    share: 0.09,
    yield: 1.2,
    growth: 0.07,
    aboveScale: 0.3,
    innovative: 0.18,
    use: '工业用地',
  },
  {
    kind: 'information',
    industries: ['39', '40', '65'],
    share: 0.11,
    yield: 1.7,
    growth: 0.1,
    aboveScale: 0.32,
    innovative: 0.35,
    use: '工业用地',
  },
  {
    kind: 'modern_services',
    industries: ['65', '72', '73'],
    share: 0.06,
    yield: 1.1,
    growth: 0.05,
    aboveScale: 0.18,
    innovative: 0.1,
    use: '商服用地',
  },
  {
    kind: 'logistics',
    industries: ['59', '54', '51'],
    share: 0.08,
    yield: 0.75,
    growth: 0.04,
    aboveScale: 0.24,
    innovative: 0.02,
    use: '物流仓储用地',
  },
  {
    kind: 'science',
    industries: ['73', '75', '65', '40'],
    share: 0.06,
    yield: 1.35,
    growth: 0.09,
    aboveScale: 0.16,
    innovative: 0.45,
    use: '科研用地',
  },
  {
    kind: 'agricultural',
    industries: ['13', '14', '20'],
    share: 0.08,
    yield: 0.78,
    growth: 0.02,
    aboveScale: 0.22,
    innovative: 0.05,
    use: '工业用地',
  },
  {
    kind: 'comprehensive',
    industries: ['31', '33', '38', '42'],
    share: 0.13,
    yield: 0.9,
    growth: 0.04,
    aboveScale: 0.38,
    innovative: 0.08,
    use: '工业用地',
  },
  {
    kind: 'comprehensive',
    industries: ['17', '18', '24', '44'],
    share: 0.12,
    yield: 0.55,
    growth: -0.03,
    aboveScale: 0.2,
    innovative: 0.03,
    use: '工业用地',
  },
];
