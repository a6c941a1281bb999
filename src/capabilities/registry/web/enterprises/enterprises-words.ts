// Words of the list of enterprises.
import { words } from '#web/words/words.ts';

export const ENTERPRISES = words({
  answer: (n: string) => [`企业 ${n} 家`, `${n} enterprises`],
  answerFound: (n: string) => [`符合条件的企业 ${n} 家`, `${n} enterprises match`],
  label: ['企业名单', 'Enterprises'],
  name: ['企业名称', 'Name'],
  creditCode: ['统一社会信用代码', 'Credit code'],
  park: ['园区', 'Park'],
  industry: ['行业', 'Industry'],
  scale: ['规模', 'Scale'],
  status: ['状态', 'Status'],
  tags: ['标签', 'Tags'],
  address: ['地址', 'Address'],
  search: ['名称或信用代码', 'Name or credit code'],
  above_scale: ['规上', 'Above scale'],
  below_scale: ['规下', 'Below scale'],
  active: ['在营', 'Active'],
  suspended: ['停产', 'Suspended'],
  closed: ['注销', 'Closed'],
  moved_out: ['迁出', 'Moved out'],
  merged: ['已合并', 'Merged'],
  exportAll: ['导出全部', 'Export all'],
  more: (n: string) => [`已载入 ${n} 家，继续载入`, `${n} loaded, load more`],
  empty: ['没有符合条件的企业', 'No enterprise matches'],
  emptyHint: ['减少条件再试。', 'Remove a condition and try again.'],
});
