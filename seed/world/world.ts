// The demonstration zone as plain data, the same every time: ground, parks, enterprises, figures. Everything is made up; no
// number stands for a real enterprise.
import type { MapCollection } from '#capabilities/registry/contract/map.ts';
import { toGlobe } from '../geo/plane.ts';
import { type Start, startEnterprises } from './enterprises.ts';
import { type Figures, luckOf, makeFigures, withFlaws } from './figures.ts';
import { type Lot, makeGround } from './ground.ts';
import { type ParkCharacter, PARKS } from './parks.ts';
import { chanceFor } from './random.ts';

export type DemoPark = Pick<ParkCharacter, 'kind' | 'use'> & {
  readonly code: string;
  readonly name: string;
  readonly area_mu: number;
  readonly boundary: Lot['polygon'];
};

export type DemoEnterprise = Start & {
  readonly lot: Lot;
  readonly longitude: number;
  readonly latitude: number;
  /** By year, in the order of DEMO_YEARS. */
  readonly figures: readonly Figures[];
};

export type DemoWorld = {
  readonly parks: readonly DemoPark[];
  readonly enterprises: readonly DemoEnterprise[];
  /** Those of owners first, in the order of the enterprises, then the vacant ones. */
  readonly lots: readonly Lot[];
  readonly map: MapCollection;
};

export function demoWorld(): DemoWorld {
  const starts = startEnterprises();
  const ground = makeGround(starts.filter(({ ownsLand }) => ownsLand));
  const lotOf = new Map(ground.lots.flatMap((lot) => (lot.owner === undefined ? [] : [[lot.owner, lot]])));
  const parks = ground.parks.map(({ name, boundary, area_mu }, i): DemoPark => {
    const { kind, use } = characterOf(i);
    return { code: `P${String(i + 1).padStart(2, '0')}`, name: `演示${name}`, kind, use, area_mu, boundary };
  });
  const enterprises = starts.map((start) => {
    const lot = lotOf.get(start.ownsLand ? start.n : (start.lease?.landlord ?? start.n));
    if (lot === undefined) throw new Error(`enterprise ${start.n} has no place`);
    return settled(start, lot);
  });
  return { parks, enterprises, lots: ground.lots, map: ground.map };
}

function characterOf(park: number): ParkCharacter {
  const character = PARKS[park];
  if (character === undefined) throw new Error(`no park ${park}`);
  return character;
}

function settled(start: Start, lot: Lot): DemoEnterprise {
  const chance = chanceFor(10_000 + start.n);
  const { n, industry, isLarge, isInnovative } = start;
  const luck = luckOf(chance);
  // A storey stands for half of its floor.
  const storey = ((start.lease?.floor_m2 ?? 0) / 2) * (15 / 10_000);
  const land_mu = (start.ownsLand ? lot.area_mu : 0) + storey;
  const firm = { n, park: characterOf(start.park), industry, isLarge, isInnovative, land_mu, luck };
  const years = makeFigures(firm, chance);
  // Below scale, the last year is complete already.
  const figures = years.map((year, i) =>
    isLarge && i === years.length - 1 ? withFlaws(year, n, chance) : year,
  );
  // Tenants are spread within the building.
  const aside = start.ownsLand ? 0 : 8;
  const [x, y] = lot.middle;
  const [longitude, latitude] = toGlobe([x + (chance() - 0.5) * aside, y + (chance() - 0.5) * aside]);
  return { ...start, lot, longitude, latitude, figures };
}
