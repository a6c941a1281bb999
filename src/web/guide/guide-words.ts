// Words around the guide.
import { words } from '../words/words.ts';

export const GUIDE = words({
  title: ['使用手册', 'Guide'],
  contents: ['目录', 'Contents'],
  missing: ['手册里没有这一页', 'The guide has no such page'],
});
