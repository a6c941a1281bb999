// Wordings of the registry.
import type { Wording } from '#core/diagnostic.ts';

export const REGISTRY_MESSAGES = {
  zone_exists: { zh: '开发区“{zone}”已存在', en: 'The zone “{zone}” exists already' },
  office_exists: { zh: '部门代码“{code}”已存在', en: 'An office with the code “{code}” exists already' },
  office_not_found: { zh: '没有这个部门', en: 'There is no such office' },
  park_exists: { zh: '园区代码“{code}”已存在', en: 'A park with the code “{code}” exists already' },
  park_not_found: { zh: '没有这个园区', en: 'There is no such park' },
  period_exists: { zh: '评价年度“{period}”已存在', en: 'The period “{period}” exists already' },
  period_not_found: { zh: '没有评价年度“{period}”', en: 'There is no period “{period}”' },
  period_ends_before_it_starts: { zh: '结束日期早于开始日期', en: 'The period ends before it starts' },
  enterprise_not_found: {
    zh: '没有这家企业，或不在您的权限范围内',
    en: 'There is no such enterprise within your reach',
  },
  enterprise_rows_faulty: {
    zh: '有{count}处问题，未保存任何内容',
    en: '{count} problems; nothing was saved',
    hint: {
      zh: '请逐条修改；校验位不符但确认无误的，可勾选“已核对”后再提交',
      en: 'Correct them; where only a check digit does not fit and the code was checked, send it again with confirm',
    },
  },
  credit_code_twice: {
    zh: '统一社会信用代码“{code}”与第{first}行重复',
    en: 'The credit code “{code}” is that of row {first} too',
  },
  credit_code_taken: {
    zh: '统一社会信用代码“{code}”已登记在另一家企业名下',
    en: 'The credit code “{code}” is registered for another enterprise',
  },
  merge_with_itself: { zh: '不能与自身合并', en: 'An enterprise cannot be merged with itself' },
  merge_not_found: { zh: '没有这次合并', en: 'There is no such merge' },
  merge_undone_conflict: { zh: '这次合并已撤销', en: 'This merge was taken back before' },
  merged_already_conflict: { zh: '其中一家企业已被合并', en: 'One of the two was merged before' },
  parcel_exists: { zh: '宗地编号“{code}”已存在', en: 'A parcel with the code “{code}” exists already' },
  parcel_not_found: { zh: '没有这宗地', en: 'There is no such parcel' },
  parcel_area_differs: {
    zh: '登记面积{stated}亩与边界图形面积{measured}亩相差{percent}%，超过{limit}%',
    en: 'The stated {stated} mu and the {measured} mu within the boundary differ by {percent}%, more than {limit}%',
    hint: {
      zh: '请核对不动产权证面积和边界坐标',
      en: 'Compare the area of the title and the coordinates of the boundary',
    },
  },
  occupancy_not_found: { zh: '没有这条用地登记', en: 'There is no such use of land' },
  tenant_rule_without_lease: {
    zh: '承租企业评价方式只能登记在租入的用地上',
    en: 'How a tenant is evaluated belongs to land that is leased in',
  },
  lease_with_itself: { zh: '租赁双方不能是同一家企业', en: 'An enterprise cannot lease from itself' },
  occupancy_exists: { zh: '该用地登记已存在', en: 'This use of land is registered already' },
  occupancy_without_area: {
    zh: '用地面积和建筑面积至少填一项',
    en: 'Either a land area or a floor area is needed',
  },
  occupancy_ends_before_it_starts: { zh: '结束日期早于开始日期', en: 'The use ends before it starts' },
  registry_reference_not_found: {
    zh: '引用的园区、宗地或企业不存在',
    en: 'The park, parcel or enterprise referred to does not exist',
  },
  zone_map_too_large: {
    zh: '底图不得超过{limit} MB',
    en: 'The map may have {limit} MB at most',
    hint: {
      zh: '请简化线条、减少坐标小数位后再上传',
      en: 'Simplify lines and round coordinates before sending it',
    },
  },
  land_area_not_found: {
    zh: '尚未核算该企业的评价用地面积',
    en: 'The evaluated land area of this enterprise was not computed yet',
  },
} satisfies Record<string, Wording>;
