// Words of the list of schemes.
import { words } from '#web/words/words.ts';

export const LIST = words({
  kicker: ['评价方案', 'Schemes'],
  answer: (schemes: string, approved: string) => [
    `${schemes} 个方案，${approved} 个版本可用于评价`,
    `${schemes} schemes, ${approved} versions ready for use`,
  ],
  none: ['还没有方案', 'There are no schemes yet'],
  noneHint: [
    '从随附的方案开始，改成本地的办法',
    'Begin with one that ships with the product and make it your own',
  ],
  table: ['方案及其版本', 'Schemes and their versions'],
  title: ['标题', 'Title'],
  id: ['代号', 'Id'],
  version: ['版次', 'Version'],
  state: ['状态', 'State'],
  author: ['起草', 'Drafted by'],
  decider: ['审批', 'Decided by'],
  reason: ['意见', 'Reason'],
  draftedBy: (name: string) => [`${name}起草`, `drafted by ${name}`],
  decidedBy: (name: string) => [`${name}审批`, `decided by ${name}`],
  because: (reason: string) => [`意见：${reason}`, `reason: ${reason}`],
  fresh: ['新建方案', 'New scheme'],
  freshTitle: ['从随附的方案新建', 'New scheme from one that ships with the product'],
  from: ['从哪个方案开始', 'Begin with'],
  newId: ['新方案的代号', 'Id of the new scheme'],
  newIdHint: ['小写字母开头，含字母、数字、连字符', 'Begins with a small letter; letters, digits, hyphens'],
  create: ['新建', 'Create'],
  filterState: ['状态', 'State'],
  search: ['搜索标题或代号', 'Search title or id'],
});
