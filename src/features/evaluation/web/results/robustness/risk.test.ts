import { describe, expect, test } from 'vitest';
import { chancesOf, countRisks, readAssumptions, riskOf, rowsByRisk, stagesOf, USUAL } from './risk.ts';

/** Four rows: safe A, A on the edge, B more likely C, and one outside the ranking. */
const drawn = {
  classes: ['A', 'B', 'C', ''],
  point: Uint8Array.from([0, 0, 1, 3]),
  safety: Float64Array.from([0.95, 0.6, 0.4, 1]),
  probability: Float64Array.from([0.95, 0.05, 0, 0, 0.6, 0.4, 0, 0, 0, 0.4, 0.6, 0, 0, 0, 0, 1]),
};
const rank = Int32Array.from([1, 2, 3, 0]);

describe('how firm a class is', () => {
  test('borders between safe, on the edge and open', () =>
    expect([0.95, 0.949, 0.5, 0.499].map(riskOf)).toEqual(['safe', 'edge', 'edge', 'open']));
  test('the likeliest class first, impossible ones not at all', () =>
    expect(chancesOf(drawn, 2)).toEqual([
      { class: 'C', share: 0.6 },
      { class: 'B', share: 0.4 },
    ]));
  test('counts by the class as it stands, without who is not ranked', () =>
    expect(countRisks(drawn, rank)).toEqual([
      { class: 'A', counts: { safe: 1, edge: 1, open: 0 } },
      { class: 'B', counts: { safe: 0, edge: 0, open: 1 } },
    ]));
  test('the least safe first', () => expect(rowsByRisk(drawn, rank, {})).toEqual([2, 1, 0]));
  test('of one class, of one risk', () => {
    expect(rowsByRisk(drawn, rank, { class: 'A' })).toEqual([1, 0]);
    expect(rowsByRisk(drawn, rank, { class: 'A', risk: 'safe' })).toEqual([0]);
  });
});

describe('what a simulation assumes', () => {
  test('is in the address', () =>
    expect(readAssumptions({ data: '0', weights: '20', seed: '7', draws: '500' })).toEqual({
      data: 0,
      weights: 20,
      seed: 7,
      draws: 500,
    }));
  test('nonsense is as usual', () =>
    expect(readAssumptions({ data: '-1', weights: 'x', seed: '1e99', draws: '1' })).toEqual(USUAL));
  test('an early answer, then better ones, never one twice', () => {
    expect(stagesOf(2000)).toEqual([100, 500, 2000]);
    expect(stagesOf(100)).toEqual([100]);
  });
});
