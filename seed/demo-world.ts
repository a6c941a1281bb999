// The demonstration zone as plain data, from one seed: parks, enterprises, parcels, figures, and the flaws real data has.
// Everything is made up; no number stands for a real enterprise.
import { forkRandom, nextUint32 } from '#engine/simulate/random.ts';
import type { Figures } from './figures.ts';
import { creditCode } from './credit-codes.ts';

export const DEMO_YEARS = [2021, 2022, 2023, 2024, 2025] as const;
const ENTERPRISES = 2400;
const LANDLORDS = 50;
const SEED = 20_260_101;

export type DemoPark = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly area_mu: number;
  readonly centre: readonly [number, number];
};

/** Around a point in the sea, so that no parcel lies on anybody's land. */
const ORIGIN: readonly [number, number] = [122.6, 35.2];

const PARKS: readonly (readonly [name: string, kind: string, area: number, industries: readonly string[]])[] =
  [
    ['高端装备园', 'advanced_manufacturing', 8200, ['34', '35', '36', '33']],
    ['新材料园', 'new_materials', 6400, ['26', '29', '30', '32']],
    ['医养健康园', 'medical', 3900, ['27', '14', '15']],
    ['信息产业园', 'information', 2800, ['39', '40', '65']],
    ['现代服务园', 'modern_services', 1500, ['65', '72', '73']],
    ['现代物流园', 'logistics', 3100, ['59', '54', '51']],
    ['科技创新园', 'science', 1200, ['73', '75', '65', '40']],
    ['现代农业园', 'agricultural', 2600, ['13', '14', '20']],
    ['临港产业园', 'comprehensive', 5200, ['31', '33', '38', '42']],
    ['老城工业园', 'comprehensive', 2300, ['17', '18', '24', '44']],
  ];

const WORDS = [
  '云',
  '亩',
  '启',
  '衡',
  '澄',
  '禾',
  '岭',
  '溪',
  '辰',
  '屿',
  '栈',
  '琢',
  '朗',
  '泓',
  '砚',
  '桐',
  '序',
  '尧',
];
const TRADES: Readonly<Record<string, string>> = {
  13: '食品',
  14: '食品',
  15: '饮品',
  17: '纺织',
  18: '服装',
  20: '木业',
  24: '文体用品',
  26: '化工',
  27: '医药',
  29: '橡塑',
  30: '建材',
  31: '钢材',
  32: '有色',
  33: '金属',
  34: '机械',
  35: '专用设备',
  36: '汽车部件',
  38: '电气',
  39: '电子',
  40: '仪器',
  42: '再生资源',
  44: '热力',
  51: '商贸',
  54: '运输',
  59: '仓储',
  65: '软件',
  72: '商务',
  73: '检测',
  75: '技术推广',
};

export type DemoEnterprise = {
  readonly n: number;
  readonly credit_code: string;
  readonly name: string;
  readonly park: number;
  readonly industry_code: string;
  readonly scale: 'above_scale' | 'below_scale';
  readonly tags: readonly string[];
  readonly utility: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly land_mu: number;
  /** Rents a storey of this other enterprise's building. */
  readonly landlord: number | undefined;
  readonly floor_m2: number | undefined;
  /** By year, in the order of DEMO_YEARS. */
  readonly figures: readonly Figures[];
};

export type DemoWorld = {
  readonly parks: readonly DemoPark[];
  readonly enterprises: readonly DemoEnterprise[];
};

export function demoWorld(): DemoWorld {
  const source = forkRandom(SEED, 0);
  const random = () => nextUint32(source) / 2 ** 32;
  const parks = PARKS.map(([name, kind, area], i): DemoPark => ({
    code: `P${String(i + 1).padStart(2, '0')}`,
    name: `演示${name}`,
    kind,
    area_mu: area,
    centre: [ORIGIN[0] + (i % 5) * 0.03, ORIGIN[1] + Math.floor(i / 5) * 0.03],
  }));
  const enterprises = Array.from({ length: ENTERPRISES }, (_, i) => makeEnterprise(i, parks, random));
  return { parks, enterprises };
}

type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const logNormal = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * normal(random));
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function makeEnterprise(i: number, parks: readonly DemoPark[], random: Random): DemoEnterprise {
  // The first parks are the larger ones.
  const park = Math.floor(parks.length * random() ** 1.3);
  const industry = pick(random, PARKS[park]?.[3] ?? ['34']);
  const above = random() < 0.3;
  const size = logNormal(random, above ? 9000 : 900, 0.9);
  const leases = random() < 0.12 && i >= LANDLORDS;
  const [x, y] = parks[park]?.centre ?? ORIGIN;
  const place = parcelPlace(i);
  // The first fifty have land and buildings enough to let.
  const land = round(Math.max(i < LANDLORDS ? 60 : 0.8, logNormal(random, above ? 38 : 9, 0.7)), 2);
  const floor = round(Math.max(200, logNormal(random, 1800, 0.6)), 0);
  return {
    n: i,
    credit_code: creditCode(i + 1),
    name: `演示${pick(random, WORDS)}${pick(random, WORDS)}${i + 1}${TRADES[industry] ?? '实业'}有限公司`,
    park,
    industry_code: industry,
    scale: above ? 'above_scale' : 'below_scale',
    tags: [...(random() < 0.12 ? ['高新技术企业'] : []), ...(random() < 0.05 ? ['专精特新'] : [])],
    utility: String(3_700_000_000 + i),
    longitude: x + place[0],
    latitude: y + place[1],
    land_mu: land,
    landlord: leases ? Math.floor(random() * LANDLORDS) : undefined,
    floor_m2: leases ? floor : undefined,
    figures: makeFigures(i, size, industry, random),
  };
}

/** A grid of lots within a park. */
function parcelPlace(i: number): readonly [number, number] {
  const lot = i % 400;
  return [(lot % 20) * 0.0012, Math.floor(lot / 20) * 0.0011];
}

function makeFigures(i: number, size: number, industry: string, random: Random): Figures[] {
  const margin = 0.03 + 0.05 * random();
  const energyPer = logNormal(random, industry < '34' ? 0.11 : 0.04, 0.7);
  const rdShare = random() < 0.45 ? 0 : 0.005 + 0.05 * random();
  const service = industry > '50';
  let revenue = size;
  return DEMO_YEARS.map((year) => {
    revenue *= Math.exp(0.04 + 0.14 * normal(random));
    const tax = revenue * margin * (random() < 0.03 ? -0.2 : 1);
    const last = year === DEMO_YEARS.at(-1);
    return {
      tax: round(tax, 2),
      revenue: round(revenue, 2),
      value_added: round(revenue * (0.18 + 0.1 * random()), 2),
      rd: round(revenue * rdShare, 2),
      energy: round(revenue * energyPer, 2),
      ...(service || random() < 0.3 ? {} : { emission: round(revenue * 0.0004 * random(), 3) }),
      employees: Math.max(3, Math.round(revenue / (60 + 60 * random()))),
      not_evaluated: random() < 0.01,
      vetoed: random() < 0.004,
      ...(last ? flaws(i, tax, revenue, random) : {}),
    };
  });
}

/** What the year that is still being collected suffers from: gaps, wrong units, slips of the comma. */
function flaws(i: number, tax: number, revenue: number, random: Random): Partial<Figures> {
  const luck = random();
  if (luck < 0.012) return { tax: round(tax * 10_000, 0) };
  if (luck < 0.02) return { revenue: round(revenue / 100, 2) };
  if (luck < 0.045) return { energy: null };
  if (luck < 0.06) return { employees: null };
  return i % 601 === 0 ? { rd: round(revenue * 2, 2) } : {};
}
