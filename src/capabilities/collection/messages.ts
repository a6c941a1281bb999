// Wordings of the collection: what is found in figures and files, and what goes wrong with requests.
import type { Wording } from '#core/diagnostic.ts';
import { FINDING_WORDINGS } from './model/finding-wordings.ts';

export const COLLECTION_MESSAGES = {
  ...FINDING_WORDINGS,
  item_exists: { zh: '数据项“{item}”已存在', en: 'The item “{item}” exists already' },
  item_not_found: { zh: '没有数据项“{item}”', en: 'There is no item “{item}”' },
  item_unit_unknown: { zh: '不认识计量单位“{unit}”', en: 'The unit “{unit}” is not known' },
  item_without_choices: { zh: '选择型数据项应列出选项', en: 'An item of choices needs its choices' },
  item_range_empty: { zh: '最小值大于最大值', en: 'The least value is above the greatest' },
  items_not_yours: {
    zh: '以下数据项不由贵单位报送：{items}',
    en: 'These items are not yours to send: {items}',
  },
  campaign_not_found: { zh: '没有这个填报批次', en: 'There is no such campaign' },
  campaign_due_before_it_opens: { zh: '截止日期早于开始日期', en: 'The campaign is due before it opens' },
  task_not_found: { zh: '没有这个填报任务', en: 'There is no such task' },
  import_not_found: { zh: '没有这次导入', en: 'There is no such import' },
  import_row_not_found: { zh: '这次导入没有第{row}行', en: 'The import has no row {row}' },
  import_without_file: { zh: '这次导入没有文件（接口报送）', en: 'This import came without a file' },
  import_not_staged_conflict: {
    zh: '这次导入不在待确认状态（当前：{state}）',
    en: 'This import does not wait for a decision (it is {state})',
  },
  import_not_accepted_conflict: {
    zh: '只有已入库的导入可以撤销（当前：{state}）',
    en: 'Only an accepted import can be taken back (it is {state})',
  },
  mapping_header_unknown: {
    zh: '表头“{header}”不在未识别的表头之列',
    en: 'The header “{header}” is none of those that were not understood',
  },
  mapping_item_foreign: {
    zh: '数据项“{item}”不由报送单位填报',
    en: 'The item “{item}” is not the sender’s',
  },
  mapping_item_twice: {
    zh: '数据项“{item}”对应了两列：“{first}”和“{second}”',
    en: 'The item “{item}” is given by two columns: “{first}” and “{second}”',
  },
  synonym_taken: {
    zh: '“{synonym}”已是数据项“{item}”的名称或别名',
    en: '“{synonym}” is a name of the item “{item}” already',
  },
  synonyms_full: {
    zh: '数据项“{item}”不能再记别名',
    en: 'No more names can be remembered for the item “{item}”',
  },
  import_has_bad_rows: {
    zh: '有{rows}行存在错误，不能整批入库',
    en: '{rows} rows have errors, so not all can be accepted',
    hint: {
      zh: '请修改后重新上传，或选择“只入库无误的行”',
      en: 'Correct and send again, or accept the valid rows only',
    },
  },
  import_rows_merged_conflict: {
    zh: '有{rows}行所属企业在读取后被合并',
    en: '{rows} rows belong to enterprises that were merged after the file was read',
    hint: {
      zh: '请重新读取该文件；接口报送的请重新报送',
      en: 'Have the file read again; what came from a system has to be sent again',
    },
  },
  import_has_no_good_row: { zh: '没有可以入库的行', en: 'No row can be accepted' },
  findings_changed_conflict: {
    zh: '{count}条疑点已被他人处理或重新核查：{list}',
    en: '{count} findings were decided or checked again by others meanwhile: {list}',
    hint: {
      zh: '本次一条都没有处理；请刷新后重新选择',
      en: 'None was decided this time; load the list again and choose anew',
    },
  },
  dispute_not_found: { zh: '没有待答复的异议', en: 'There is no dispute to answer' },
} satisfies Record<string, Wording>;
