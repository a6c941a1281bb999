// Words of the map.
import { words } from '../words/words.ts';

export const MAP = words({
  label: ['宗地图，可用方向键移动，+ 和 − 缩放', 'Map of parcels; arrow keys move it, + and − zoom'],
  noMap: ['这台电脑的浏览器不能画地图', 'This browser cannot draw the map'],
  noMapHint: ['请使用旁边的列表；数据是一样的。', 'Use the list beside it; it has the same figures.'],
  whole: ['全区', 'Whole zone'],
  nobody: ['未登记企业', 'No enterprise registered'],
});
