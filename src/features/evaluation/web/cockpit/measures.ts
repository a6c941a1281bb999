// What parks are compared by, and the numbers behind it: pure, so that cockpit, wall and tests agree.
import type { Overview, Totals } from '#features/evaluation/contract/overview.ts';

export type Measure = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly digits: number;
  readonly of: (totals: Totals) => number | null;
};

export const countIn = (totals: Totals, letter: string): number =>
  totals.classes.find((one) => one.class === letter)?.count ?? 0;

/** Of those evaluated; null where nobody is. */
export const shareIn = (totals: Totals, letter: string): number | null =>
  totals.evaluated === 0 ? null : countIn(totals, letter) / totals.evaluated;

type Labels = Readonly<Record<'shareOfA' | 'shareOfD' | 'meanScore' | 'points', string>>;

/** Indicators of the zone as a whole first, as far as they have one; then shares of classes and the mean score. */
export function measuresOf(overview: Overview, labels: Labels, lang: 'zh' | 'en'): Measure[] {
  const indicators = overview.indicators
    .filter(({ name }) => typeof overview.totals?.indicators[name] === 'number')
    .map((field) => ({
      id: field.name,
      name: field[lang],
      unit: field.unit ?? '',
      digits: 2,
      of: (totals: Totals) => totals.indicators[field.name] ?? null,
    }));
  const perCent = (letter: string) => (totals: Totals) => {
    const share = shareIn(totals, letter);
    return share === null ? null : share * 100;
  };
  return [
    ...indicators,
    { id: 'share_a', name: labels.shareOfA, unit: '%', digits: 1, of: perCent('A') },
    { id: 'share_d', name: labels.shareOfD, unit: '%', digits: 1, of: perCent('D') },
    {
      id: 'score',
      name: labels.meanScore,
      unit: labels.points,
      digits: 2,
      of: ({ score_mean }) => score_mean,
    },
  ];
}

/** The totals of the year before the last of the trend. */
export const yearBefore = ({ trend }: Overview): Totals | undefined => trend.at(-2)?.totals;
