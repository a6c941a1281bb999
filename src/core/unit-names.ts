// Units in English, for readers who do not read Chinese.
import type { Lang } from './diagnostic.ts';

const UNITS_EN: Readonly<Record<string, string>> = {
  万元: '10k CNY',
  亿元: '100M CNY',
  亩: 'mu',
  吨标准煤: 'tce',
  吨: 't',
  人: 'people',
  家: 'firms',
  '万元/亩': '10k CNY/mu',
  '万元/人': '10k CNY/person',
  '万元/吨': '10k CNY/t',
  '万元/吨标准煤': '10k CNY/tce',
  '吨标准煤/万元': 'tce/10k CNY',
  '吨/万元': 't/10k CNY',
  万千瓦时: '10 MWh',
  '万元/万千瓦时': '10k CNY/10 MWh',
  '%': '%',
  分: 'points',
  年: 'years',
  平方米: 'm²',
};

/** A unit in the reader's language; unknown ones as the scheme writes them. */
export const unitName = (unit: string, lang: Lang): string =>
  lang === 'zh' ? unit : (UNITS_EN[unit] ?? unit);
