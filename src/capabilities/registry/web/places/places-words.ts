// Words of parks and offices.
import { words } from '#web/words/words.ts';

export const PLACES = words({
  title: ['园区与部门', 'Parks and offices'],
  answer: (parks: string, area: string, offices: string) => [
    `园区 ${parks} 个，共 ${area} 亩；部门 ${offices} 个`,
    `${parks} parks of ${area} mu together; ${offices} offices`,
  ],
  parks: ['园区', 'Parks'],
  offices: ['部门', 'Offices'],
  addPark: ['新增园区', 'Add a park'],
  addOffice: ['新增部门', 'Add an office'],
  changeOf: (name: string) => [`修改“${name}”`, `Change ${name}`],
  code: ['代码', 'Code'],
  codeHint: ['字母、数字、- . _，最多 32 位', 'Letters, digits, - . _, 32 at most'],
  name: ['名称', 'Name'],
  kind: ['主导产业', 'Kind'],
  area: ['面积', 'Area'],
  mu: ['亩', 'mu'],
  boundary: ['边界', 'Boundary'],
  drawn: ['已有', 'Drawn'],
  notDrawn: ['未上传', 'Not drawn'],
  boundaryHint: [
    'GeoJSON 文件，WGS 84 经纬度；不选文件则边界不变',
    'A GeoJSON file in WGS 84; without one the boundary stays as it is',
  ],
  boundaryTaken: (name: string) => [`已读取 ${name}，保存后生效`, `${name} was read and counts once saved`],
  boundaryWrong: [
    '文件里没有多边形。请上传只含一个面的 GeoJSON。',
    'There is no polygon in this file. It should be GeoJSON with one area.',
  ],
  advanced_manufacturing: ['先进制造', 'Advanced manufacturing'],
  new_materials: ['新材料', 'New materials'],
  medical: ['医养健康', 'Health'],
  information: ['信息产业', 'Information industry'],
  modern_services: ['现代服务', 'Modern services'],
  logistics: ['现代物流', 'Logistics'],
  science: ['科技创新', 'Science and innovation'],
  agricultural: ['现代农业', 'Agriculture'],
  comprehensive: ['综合', 'Mixed'],
  noParks: ['还没有园区', 'No parks yet'],
  noOffices: ['还没有部门', 'No offices yet'],
});
