// Seeded random numbers: the same seed gives the same numbers on every machine, and every source of
// uncertainty draws from a stream of its own, so that adding one leaves the others' draws as they were.

/** State of an sfc32 generator (128 bits): three words of chaos and a counter that rules out short cycles. */
export type Random = { readonly state: Int32Array };

/** A generator for `stream` (0, 1, 2 …) of `seed`; both are taken as unsigned 32-bit integers. */
export function forkRandom(seed: number, stream: number): Random {
  const random: Random = { state: new Int32Array(4) };
  restart(random, seed, stream);
  return random;
}

/** Sets a generator to the start of a stream, as forkRandom makes a new one. */
export function restart(random: Random, seed: number, stream: number): void {
  const { state } = random;
  state[0] = scramble(seed);
  state[1] = scramble(~stream);
  state[2] = scramble(seed ^ scramble(stream));
  state[3] = 1;
  for (let round = 0; round < 15; round++) nextUint32(random);
}

/** An unsigned 32-bit integer. Source: C. Doty-Humphrey, PractRand, sfc32. */
export function nextUint32({ state }: Random): number {
  const a = state[0] as number;
  const b = state[1] as number;
  const c = state[2] as number;
  const counter = state[3] as number;
  const result = (a + b + counter) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + result) | 0;
  state[3] = (counter + 1) | 0;
  return result >>> 0;
}

/**
 * Multiplies a column by entries of a table of 4096, each picked at random: two rows from each integer of nextUint32,
 * the first by its upper 12 bits. Four rows a turn, and the state in registers: a third of the time.
 */
export function multiplyByPicks(
  random: Random,
  table: Float64Array,
  column: Float64Array,
  out: Float64Array,
): void {
  const { state } = random;
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let counter = state[3] as number;
  let i = 0;
  for (; i + 3 < out.length; i += 4) {
    const first = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + first) | 0;
    const second = (a + b + counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + second) | 0;
    counter = (counter + 2) | 0;
    out[i] = (column[i] as number) * (table[first >>> 20] as number);
    out[i + 1] = (column[i + 1] as number) * (table[(first >>> 4) & 4095] as number);
    out[i + 2] = (column[i + 2] as number) * (table[second >>> 20] as number);
    out[i + 3] = (column[i + 3] as number) * (table[(second >>> 4) & 4095] as number);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
  for (; i < out.length; i += 2) {
    const bits = nextUint32(random);
    out[i] = (column[i] as number) * (table[bits >>> 20] as number);
    if (i + 1 < out.length) out[i + 1] = (column[i + 1] as number) * (table[(bits >>> 4) & 4095] as number);
  }
}

/** Uniform in [0, 1), all 53 bits random. */
export function uniform(random: Random): number {
  const high = nextUint32(random) >>> 11;
  return high * 2 ** -21 + nextUint32(random) * 2 ** -53;
}

/**
 * Standard normal (mean 0, standard deviation 1). Besides exact integer arithmetic it uses Math.exp, Math.log
 * and Math.sqrt. V8 carries its own ports of fdlibm for them, so Node and Chromium agree on every platform;
 * another browser's engine may differ in the last bit of a draw.
 * Source: Marsaglia & Tsang 2000 (ziggurat), with independent bits for layer and place as in Doornik 2005.
 */
export function normal(random: Random): number {
  for (;;) {
    // Layer and sign come from the low bits, the position within the layer from bits of their own.
    const head = nextUint32(random);
    const layer = head & (LAYERS - 1);
    const sign = (head & LAYERS) === 0 ? 1 : -1;
    const share = (head >>> 11) * 2 ** -21 + nextUint32(random) * 2 ** -53;
    const x = share * (EDGE[layer] as number);
    if (x < (EDGE[layer + 1] as number)) return sign * x;
    if (layer === 0) return sign * tail(random);
    const low = HEIGHT[layer] as number;
    const high = HEIGHT[layer + 1] as number;
    if (low + uniform(random) * (high - low) < Math.exp(-0.5 * x * x)) return sign * x;
  }
}

export function fillUniform(random: Random, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = uniform(random);
}

export function fillNormal(random: Random, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = normal(random);
}

// 256 layers of equal area under exp(−x²/2), x ≥ 0; the tail begins at TAIL. Constants from Marsaglia & Tsang
// 2000.
const LAYERS = 256;
const TAIL = 3.6541528853610088;
const AREA = 0.00492867323399;
const EDGE = layerEdges();
const HEIGHT = EDGE.map((x) => Math.exp(-0.5 * x * x));

// Layer i lies between x = 0 and EDGE[i]; where it lies left of EDGE[i + 1] it is wholly under the curve.
function layerEdges(): Float64Array {
  const edges = new Float64Array(LAYERS + 1);
  edges[0] = AREA / Math.exp(-0.5 * TAIL * TAIL);
  edges[1] = TAIL;
  for (let i = 2; i < LAYERS; i++) {
    const below = edges[i - 1] as number;
    edges[i] = Math.sqrt(-2 * Math.log(AREA / below + Math.exp(-0.5 * below * below)));
  }
  return edges;
}

// Beyond TAIL. Source: Marsaglia 1964.
function tail(random: Random): number {
  for (;;) {
    const beyond = -Math.log(1 - uniform(random)) / TAIL;
    if (-2 * Math.log(1 - uniform(random)) > beyond * beyond) return TAIL + beyond;
  }
}

// Spreads a small integer over 32 bits, so that neighbouring seeds and streams start far apart. Source:
// murmur3 finaliser.
function scramble(word: number): number {
  let mixed = (word + 0x9e37_79b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}
