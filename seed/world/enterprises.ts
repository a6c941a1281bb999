// Who works in the zone: which park and trade, how large, owner of a lot or tenant in somebody's building.
import { creditCode } from '../credit-codes.ts';
import { uniqueName } from './names.ts';
import { PARKS } from './parks.ts';
import { type Chance, chanceFor, logNormal, pick, round } from './random.ts';

export const ENTERPRISES = 2400;

/** Of each park, the first so many let storeys to others. */
const LANDLORDS = 5;

/**
 * The firm of the demonstration's account: a maker of fasteners with a lot of its own and a storey rented besides, twice in
 * class B and in 2024 just below it.
 */
export const PROTAGONIST = 313;

export type Start = {
  readonly n: number;
  /** By its place in PARKS. */
  readonly park: number;
  readonly credit_code: string;
  readonly name: string;
  readonly industry: string;
  readonly isLarge: boolean;
  readonly isInnovative: boolean;
  readonly tags: readonly string[];
  /** Of whom it rents, and how many square metres. */
  readonly lease: { readonly landlord: number; readonly floor_m2: number } | undefined;
  readonly ownsLand: boolean;
  /** How large a lot it wants, compared with others; the ground decides how large it is. */
  readonly wants: number;
};

export function startEnterprises(): Start[] {
  const counts = PARKS.map(({ share }) => Math.round(ENTERPRISES * share));
  const names = new Set<string>();
  const all: Start[] = [];
  counts.forEach((count, park) => {
    const first = all.length;
    for (let i = 0; i < count; i++) all.push(startOne(all.length, park, first, i < LANDLORDS, names));
  });
  return all;
}

function startOne(n: number, park: number, first: number, lets: boolean, names: Set<string>): Start {
  const chance = chanceFor(1000 + n);
  const character = PARKS[park] ?? PARKS[0];
  if (character === undefined) throw new Error('parks');
  const industry = pick(chance, character.industries);
  const isLarge = lets || chance() < character.aboveScale;
  const isInnovative = chance() < character.innovative;
  const rents = !lets && chance() < 0.12;
  const lease = {
    landlord: first + Math.floor(chance() * LANDLORDS),
    floor_m2: round(Math.max(200, logNormal(chance, 1800, 0.6)), 0),
  };
  const wants = Math.max(0.9, logNormal(chance, isLarge ? 38 : 9, 0.7));
  const isHero = n === PROTAGONIST;
  return {
    n,
    park,
    credit_code: creditCode(n + 1),
    name: uniqueName(chance, industry, isLarge, names),
    industry,
    isLarge: isLarge && !isHero,
    isInnovative,
    tags: tagsOf(chance, isInnovative),
    lease: rents || isHero ? lease : undefined,
    ownsLand: !rents || isHero,
    wants: lets ? Math.max(70, wants) : wants,
  };
}

function tagsOf(chance: Chance, isInnovative: boolean): string[] {
  return [
    ...(isInnovative && chance() < 0.7 ? ['高新技术企业'] : []),
    ...(isInnovative && chance() < 0.25 ? ['专精特新'] : []),
  ];
}
