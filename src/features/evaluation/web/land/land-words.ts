// Words of the map.
import { words } from '#web/words/words.ts';

export const LAND = words({
  answer: (parcels: string, vacant: string, area: string) => [
    `${parcels} 宗地，其中 ${vacant} 宗空置，共 ${area} 亩`,
    `${parcels} parcels, ${vacant} of them vacant, ${area} mu in all`,
  ],
  paint: ['着色', 'Colour'],
  byClass: ['等级', 'Class'],
  vacant: ['空置', 'Vacant'],
  park: ['园区', 'Park'],
  whole: ['全区', 'Whole zone'],
  list: ['宗地列表', 'Parcels'],
  code: ['宗地编号', 'Parcel'],
  enterprise: ['企业', 'Enterprise'],
  class: ['等级', 'Class'],
  classOf: (letter: string) => [`${letter} 类`, `Class ${letter}`],
  area: ['面积', 'Area'],
  mu: ['亩', 'mu'],
  use: ['用途', 'Use'],
  from: (low: string, high: string) => [`${low} – ${high}`, `${low} – ${high}`],
  below: (high: string) => [`≤ ${high}`, `≤ ${high}`],
  above: (low: string) => [`> ${low}`, `> ${low}`],
  notEvaluated: ['未参加本次评价', 'Not in this evaluation'],
});
