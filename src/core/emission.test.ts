import { describe, expect, test } from 'vitest';
import { POLLUTANTS, toPollutionEquivalents } from './emission.ts';

describe('toPollutionEquivalents', () => {
  test('the four main pollutants', () => {
    const { equivalents, steps } = toPollutionEquivalents({
      cod: 1000,
      ammonia_nitrogen: 80,
      sulphur_dioxide: 950,
      nitrogen_oxides: 1900,
    });
    expect(equivalents).toBeCloseTo(1000 + 100 + 1000 + 2000, 9);
    expect(steps.every((step) => step.counted)).toBe(true);
  });

  test('the equivalent value of each pollutant makes one equivalent', () => {
    for (const [pollutant, { kilograms }] of Object.entries(POLLUTANTS)) {
      expect(toPollutionEquivalents({ [pollutant]: kilograms }).equivalents).toBe(1);
    }
  });

  test('of COD, BOD5 and TOC only the largest counts', () => {
    const { equivalents, steps } = toPollutionEquivalents({
      cod: 100,
      bod5: 60,
      toc: 49,
      total_phosphorus: 1,
    });
    expect(equivalents).toBeCloseTo(120 + 4, 9);
    expect(steps.filter((step) => step.counted).map((step) => step.pollutant)).toEqual([
      'bod5',
      'total_phosphorus',
    ]);
  });

  test('dust and heavy metals', () => {
    expect(
      toPollutionEquivalents({ general_dust: 400, soot: 218, total_mercury: 0.001 }).equivalents,
    ).toBeCloseTo(202, 9);
  });

  test('nothing emitted is zero, nothing reported is absent', () => {
    expect(toPollutionEquivalents({ cod: 0 }).equivalents).toBe(0);
    expect(toPollutionEquivalents({}).equivalents).toBeNaN();
    expect(toPollutionEquivalents({ soot: 5, cod: Number.NaN }).equivalents).toBeNaN();
    expect(toPollutionEquivalents({ bod5: 5, cod: Number.NaN }).equivalents).toBeNaN();
  });
});
