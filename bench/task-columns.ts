// The columns of the task's result, as our command line is asked for them.

const INDICATORS = [
  'tax_per_mu',
  'va_per_mu',
  'va_per_energy',
  'va_per_emission',
  'productivity',
  'rd_ratio',
];

export const COLUMNS = [
  'id',
  'park',
  ...INDICATORS.map((name, i) => `${name}.score as s${i + 1}`),
  'score as total',
  'pool_rank as rank_park',
  'percent_rank as prank',
  'class',
].join(',');
