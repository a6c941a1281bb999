// Administrative regions of Jining. One region has several codes: statistics and the government service platform number
// development zones differently, and neither number is in GB/T 2260.
import { toHalfWidth } from './half-width.ts';

/** `statistics`: 统计用区划代码. `government`: codes of the government service platform (政务服务). */
export type RegionCodeSystem = 'statistics' | 'government';

export type Region = {
  readonly zh: string;
  readonly en: string;
  /** All codes in use in each system, the current one first; none where the system does not know the region. */
  readonly codes: Readonly<Record<RegionCodeSystem, readonly string[]>>;
};

function region(
  zh: string,
  en: string,
  statistics: readonly string[],
  government: readonly string[] = statistics,
): Region {
  return { zh, en, codes: { statistics, government } };
}

export const REGIONS: readonly Region[] = [
  region('济宁市', 'Jining', ['370800']),
  region('任城区', 'Rencheng District', ['370811']),
  region('兖州区', 'Yanzhou District', ['370812'], ['370812', '370882']),
  region('微山县', 'Weishan County', ['370826']),
  region('鱼台县', 'Yutai County', ['370827']),
  region('金乡县', 'Jinxiang County', ['370828']),
  region('嘉祥县', 'Jiaxiang County', ['370829']),
  region('汶上县', 'Wenshang County', ['370830']),
  region('泗水县', 'Sishui County', ['370831']),
  region('梁山县', 'Liangshan County', ['370832']),
  region('济宁高新技术产业开发区', 'Jining High-tech Zone', ['370871'], ['370890']),
  region('济宁太白湖新区', 'Jining Taibai Lake New Area', [], ['370891']),
  region('济宁经济技术开发区', 'Jining Economic and Technological Development Zone', [], ['370892']),
  region('曲阜市', 'Qufu', ['370881']),
  region('邹城市', 'Zoucheng', ['370883']),
];

/** Finds a region by its code in one system, or in any. Codes of villages and towns (9 or 12 digits) lead to their county. */
export function findRegion(code: string, system?: RegionCodeSystem): Region | undefined {
  const digits = toHalfWidth(code).trim();
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(digits)) return undefined;
  const county = digits.slice(0, 6);
  const systems: readonly RegionCodeSystem[] = system === undefined ? ['statistics', 'government'] : [system];
  return REGIONS.find(({ codes }) => systems.some((one) => codes[one].includes(county)));
}
