// Size classes of an enterprise for statistics (国家统计局《统计上大中小微型企业划分办法(2017)》), for the two sectors a zone evaluates.

export type SizeClass = 'large' | 'medium' | 'small' | 'micro';

/** 工业 (sections B, C, D of GB/T 4754) and 软件和信息技术服务业 (division 65). */
export type SizeSector = 'industry' | 'software';

type Limits = { readonly size: SizeClass; readonly employees: number; readonly revenue: number };

const LOWER_LIMITS: Readonly<Record<SizeSector, readonly [large: Limits, medium: Limits, small: Limits]>> = {
  industry: [
    { size: 'large', employees: 1000, revenue: 40000 },
    { size: 'medium', employees: 300, revenue: 2000 },
    { size: 'small', employees: 20, revenue: 300 },
  ],
  software: [
    { size: 'large', employees: 300, revenue: 10000 },
    { size: 'medium', employees: 100, revenue: 1000 },
    { size: 'small', employees: 10, revenue: 50 },
  ],
};

/**
 * The highest class both of whose lower limits are met; micro when one figure lies below the limits of small.
 * `employees` is a head count, `revenue` is 营业收入 in 万元. Undefined when an absent figure (NaN) leaves the class open.
 */
export function sizeClassOf(sector: SizeSector, employees: number, revenue: number): SizeClass | undefined {
  const limits = LOWER_LIMITS[sector];
  const met = limits.find((limit) => employees >= limit.employees && revenue >= limit.revenue);
  if (met) return met.size;
  const small = limits[2];
  return employees < small.employees || revenue < small.revenue ? 'micro' : undefined;
}
