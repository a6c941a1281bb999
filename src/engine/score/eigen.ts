// Eigenvectors of the two small matrices weighting needs: a positive one (comparisons) and a symmetric one
// (correlations).

/** A square matrix by rows. */
export type Matrix = readonly Float64Array[];

export type EigenPair = { readonly value: number; readonly vector: Float64Array };

const SQUARINGS = 40;
const POLISHING = 20;
const SWEEPS = 100;

/**
 * Largest eigenvalue of a positive n × n matrix and its eigenvector, positive and summing to 1
 * (Perron–Frobenius). Squares the matrix until the shares of its rows stand still, as Saaty 1980 does, then
 * takes a few steps with the matrix itself to shed the rounding of the squares. Errors around 1e-15.
 */
export function perronPair(matrix: Matrix): EigenPair {
  let power = scaledToUnit(matrix);
  let vector = rowShares(power);
  for (let step = 0; step < SQUARINGS; step++) {
    power = scaledToUnit(product(power, power));
    const next = rowShares(power);
    const still = vector.every((value, i) => Math.abs(value - (next[i] as number)) < Number.EPSILON / 2);
    vector = next;
    if (still) break;
  }
  let value = 0;
  for (let step = 0; step < POLISHING; step++) {
    const next = matrix.map((row) => row.reduce((total, x, j) => total + x * (vector[j] as number), 0));
    value = next.reduce((total, x) => total + x, 0);
    vector = Float64Array.from(next, (x) => x / value);
  }
  return { value, vector };
}

/**
 * Eigenpairs of a symmetric n × n matrix, largest eigenvalue first, vectors of length 1, by cyclic Jacobi
 * rotations.
 * Source: Golub & Van Loan, Matrix Computations, section 8.5. The input is not changed.
 */
export function symmetricPairs(matrix: Matrix): EigenPair[] {
  const n = matrix.length;
  const a = Float64Array.from(matrix.flatMap((row) => [...row]));
  const vectors = a.map((_, at) => (at % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  }
  return matrix
    .map((_, i) => ({ value: a[i * n + i] as number, vector: vectors.slice(i * n, (i + 1) * n) }))
    .sort((x, y) => y.value - x.value);
}

// One rotation in the plane of p and q, after which a[p][q] is 0; `vectors` holds the eigenvectors as rows.
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const off = a[p * n + q] as number;
  const atP = a[p * n + p] as number;
  const atQ = a[q * n + q] as number;
  if (Math.abs(off) <= (Number.EPSILON / 4) * Math.sqrt(Math.abs(atP * atQ))) {
    // It no longer changes the diagonal: call it zero, or sweeping never ends.
    a[p * n + q] = 0;
    a[q * n + p] = 0;
    return;
  }
  const theta = (atQ - atP) / (2 * off);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, cosine, sine);
  for (let k = 0; k < n; k++) turn(vectors, p * n + k, q * n + k, cosine, sine);
}

function turn(values: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const x = values[p] as number;
  const y = values[q] as number;
  values[p] = cosine * x - sine * y;
  values[q] = sine * x + cosine * y;
}

function isDiagonal(a: Float64Array, n: number): boolean {
  return a.every((value, at) => value === 0 || at % (n + 1) === 0);
}

function product(a: Matrix, b: Matrix): Float64Array[] {
  return a.map((row) =>
    Float64Array.from(row, (_, j) => row.reduce((total, x, k) => total + x * (b[k]?.[j] as number), 0)),
  );
}

function scaledToUnit(matrix: Matrix): Float64Array[] {
  const largest = Math.max(...matrix.map((row) => Math.max(...row)));
  return matrix.map((row) => row.map((value) => value / largest));
}

function rowShares(matrix: Matrix): Float64Array {
  const sums = matrix.map((row) => row.reduce((total, value) => total + value, 0));
  const all = sums.reduce((total, value) => total + value, 0);
  return Float64Array.from(sums, (value) => value / all);
}
