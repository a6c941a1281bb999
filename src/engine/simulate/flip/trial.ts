// What a search asks: with one or two figures of a subject within limits, does the subject reach the class?
import type { Truth } from './row-item.ts';

export type Trial = {
  /**
   * The first figure lies in lo … hi, the second in lo2 … hi2; a trial of one figure ignores the second. 2 all figures within
   * the limits reach the class, 0 none does, 1 it cannot be told. Where each figure is fixed, by lo = hi, it is always told.
   */
  readonly test: (lo: number, hi: number, lo2: number, hi2: number) => Truth;
  /**
   * After a test of fixed figures: points of score beyond what the class needs, below zero where they fall short; NaN where
   * no score is in the way. A guide for the search: `test` decides.
   */
  readonly margin: () => number;
};
