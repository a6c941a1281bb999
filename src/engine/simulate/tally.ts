// What the draws of a simulation add up to, subject by subject: how often each class, and the scores' mean and spread.

export type Tally = {
  /** Classes, the last of them "no class". */
  readonly width: number;
  /** Class and score of each row as the figures stand. */
  readonly point: Uint8Array;
  readonly score: Float64Array;
  /** Draws by row and class, row by row. */
  readonly counts: Uint32Array;
  /** Draws in which a row had no score. */
  readonly unscored: Uint32Array;
  /** Sums of the scores' distances from `score`, and of their squares: around the score itself no digits are lost. */
  readonly sums: Float64Array;
  readonly squares: Float64Array;
};

/** `final` and `score` are those of the run as the figures stand. */
export function createTally(width: number, final: Uint8Array, score: Float64Array): Tally {
  const rows = final.length;
  return {
    width,
    point: final.map((position) => Math.min(position, width - 1)),
    score: score.map((value) => (Number.isNaN(value) ? 0 : value)),
    counts: new Uint32Array(rows * width),
    unscored: new Uint32Array(rows),
    sums: new Float64Array(rows),
    squares: new Float64Array(rows),
  };
}

export function addDraw(tally: Tally, final: Uint8Array, score: Float64Array): void {
  const { width, counts } = tally;
  const none = width - 1;
  for (let row = 0; row < final.length; row++) {
    const at = row * width + Math.min(final[row] as number, none);
    counts[at] = (counts[at] as number) + 1;
  }
  const { unscored, sums, squares, score: centre } = tally;
  for (let row = 0; row < score.length; row++) {
    const distance = (score[row] as number) - (centre[row] as number);
    if (distance !== distance) {
      unscored[row] = (unscored[row] as number) + 1;
      continue;
    }
    sums[row] = (sums[row] as number) + distance;
    squares[row] = (squares[row] as number) + distance * distance;
  }
}

export type Summary = {
  /** Class of each row as the figures stand, a position among the classes. */
  readonly point: Uint8Array;
  /** Share of the draws with each class: rows × classes, row by row. */
  readonly probability: Float64Array;
  /** Share of the draws that leave the class as it is, and its Monte-Carlo standard error √(p (1 − p) ÷ draws). */
  readonly safety: Float64Array;
  readonly safetyError: Float64Array;
  /** Of the draws in which the row has a score; absent where there are too few. */
  readonly meanScore: Float64Array;
  readonly sdScore: Float64Array;
};

export function summarise(tally: Tally, draws: number): Summary {
  const { width, point, score, counts, unscored, sums, squares } = tally;
  const probability = Float64Array.from(counts, (count) => count / draws);
  const safety = Float64Array.from(point, (position, row) => probability[row * width + position] as number);
  const meanScore = sums.map(
    (sum, row) => (score[row] as number) + sum / (draws - (unscored[row] as number)),
  );
  const sdScore = squares.map((square, row) => {
    const n = draws - (unscored[row] as number);
    if (n < 2) return Number.NaN;
    return Math.sqrt(Math.max(0, (square - (sums[row] as number) ** 2 / n) / (n - 1)));
  });
  const safetyError = safety.map((share) => Math.sqrt((share * (1 - share)) / draws));
  return { point, probability, safety, safetyError, meanScore, sdScore };
}
