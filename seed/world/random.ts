// Chance that is the same every time: each thing draws from a stream of its own.
import { forkRandom, nextUint32 } from '#engine/simulate/random.ts';

/** From 0 up to 1. */
export type Chance = () => number;

const SEED = 20_260_101;

export function chanceFor(stream: number): Chance {
  const source = forkRandom(SEED, stream);
  return () => nextUint32(source) / 2 ** 32;
}

export function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

export const logNormal = (chance: Chance, median: number, spread: number): number =>
  median * Math.exp(spread * normal(chance));

export const pick = <T>(chance: Chance, list: readonly [T, ...T[]]): T =>
  list[Math.floor(chance() * list.length)] ?? list[0];

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));
