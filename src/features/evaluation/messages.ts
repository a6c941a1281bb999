// Wordings of the evaluation.
import type { Wording } from '#core/diagnostic.ts';

export const EVALUATION_MESSAGES = {
  evaluation_land_bounds: {
    zh: '用地上限应大于下限',
    en: 'The upper bound of land must be above the lower one',
  },
  scheme_version_not_found: {
    zh: '没有方案“{scheme}”第{version}版',
    en: 'There is no version {version} of the scheme “{scheme}”',
  },
  scheme_text_missing: {
    zh: '请给出方案文本，或内置方案的名称',
    en: 'Give the text of a scheme, or the name of a shipped one',
  },
  scheme_faulty: { zh: '方案有误，未保存', en: 'The scheme has faults; nothing was saved' },
  scheme_state_conflict: { zh: '方案当前状态不允许此操作', en: 'The scheme is not in a state for this' },
  another_person_needed: { zh: '须由另一人办理', en: 'Another person has to do this' },
  evaluation_not_found: { zh: '没有这次评价', en: 'There is no such evaluation' },
  step_not_from_here_conflict: {
    zh: '评价当前状态（{state}）不能进行此步骤',
    en: 'This step does not start from the state “{state}”',
  },
  step_needs_more: { zh: '“{step}”的条件尚未满足', en: 'The step “{step}” needs more' },
  need_scheme_approved: { zh: '方案尚未批准', en: 'The scheme is not approved' },
  need_no_open_errors: { zh: '还有未处理的核查错误', en: 'Findings that are errors are still open' },
  need_dataset: { zh: '数据尚未冻结', en: 'The figures are not frozen' },
  need_run: { zh: '尚未计算', en: 'Nothing was computed yet' },
  need_another_person: {
    zh: '审核人不能是计算的发起人',
    en: 'The reviewer must be somebody else than who computed',
  },
  need_no_open_adjustments: { zh: '还有未审批的调档', en: 'Adjustments wait for a decision' },
  need_notice_ended: { zh: '公示期至{until}，尚未结束', en: 'The public notice lasts until {until}' },
  need_no_open_appeals: { zh: '还有未裁决的申诉', en: 'Appeals wait for a decision' },
  need_accepted_appeals: {
    zh: '没有被采纳的申诉，不需要重新冻结',
    en: 'No appeal was accepted, so nothing has to be frozen anew',
  },
  need_no_accepted_appeals: {
    zh: '有被采纳的申诉，应先按更正重新冻结并计算',
    en: 'Appeals were accepted: freeze and compute anew first',
  },
  need_reason: { zh: '请说明理由', en: 'A reason is needed' },
  dataset_not_found: { zh: '没有冻结的数据', en: 'There are no frozen figures' },
  inputs_hidden: {
    zh: '数据中有本角色不能查看的数据项（{items}），不能下载、测算或签批',
    en: 'The figures contain items that are hidden from your role ({items}); they cannot be downloaded, tried or signed by it',
    hint: {
      zh: '请评价办经办人办理，或请其调整数据项的可见范围',
      en: 'Ask an evaluation officer to do it, or to change who may see these items',
    },
  },
  dataset_faulty: {
    zh: '有{count}处数据问题，未冻结',
    en: '{count} faults in the figures; nothing was frozen',
  },
  item_unit_does_not_fit: {
    zh: '数据项单位“{unit}”与方案所需“{expected}”不是同类单位',
    en: 'The item’s unit “{unit}” does not measure what the scheme’s “{expected}” does',
  },
  run_not_found: { zh: '没有这次计算，或尚未公布', en: 'There is no such run, or it is not published' },
  previous_run_not_found: {
    zh: '上一期没有范围相符的评价正式公布，无从比较',
    en: 'No evaluation of a fitting scope was concluded in the period before, so there is nothing to compare with',
  },
  run_failed: { zh: '计算未完成：{count}处问题', en: 'The run failed: {count} problems' },
  result_not_found: { zh: '该企业不在这次结果中', en: 'The enterprise is not in this result' },
  adjustment_class_unknown: {
    zh: '方案没有等级“{class}”（{classes}）',
    en: 'The scheme has no class “{class}” ({classes})',
  },
  adjustment_exists: { zh: '该企业已有调档', en: 'There is an adjustment of this enterprise already' },
  adjustment_not_found: { zh: '没有这项调档', en: 'There is no such adjustment' },
  adjustment_too_late_conflict: {
    zh: '只能在计算之后、审核之前调档',
    en: 'Adjustments are made after computing and before review',
  },
  appeal_outside_notice: {
    zh: '只能在公示期内申诉，公示期最后一天结束后不再受理',
    en: 'Appeals are made during the public notice; none is taken once its last day is over',
  },
  appeal_exists: { zh: '已有一项申诉待裁决', en: 'An appeal is waiting already' },
  appeal_not_found: { zh: '没有这项申诉', en: 'There is no such appeal' },
  appeal_too_late_conflict: { zh: '申诉阶段已结束', en: 'The time for deciding appeals is over' },
  appeal_sent_back_without_reason: {
    zh: '退回须说明理由',
    en: 'Sending a decision back needs a reason',
  },
  evidence_not_found: { zh: '没有这份材料', en: 'There is no such evidence' },
  evidence_too_many: {
    zh: '每项申诉最多上传{limit}份材料',
    en: 'An appeal takes {limit} files at most',
  },
  evidence_too_many_in_all: {
    zh: '同一评价中每家企业的申诉材料（含已撤回的申诉）最多{limit}份',
    en: 'An enterprise may send {limit} files in one evaluation, those of withdrawn appeals included',
  },
  appeal_not_computable: { zh: '按申诉数值无法计算', en: 'With the claimed figures nothing can be computed' },
  publication_not_found: { zh: '没有这份名单', en: 'There is no such list' },
  publication_replaced_conflict: {
    zh: '该名单已被更正，请在最新名单上更正',
    en: 'This list was replaced; correct the latest one',
  },
  correction_before_final_conflict: {
    zh: '只有已公布的结果可以更正',
    en: 'Only a final list can be corrected',
  },
  correction_exists_conflict: {
    zh: '该名单已有一项更正待复签',
    en: 'A correction of this list waits for a signature already',
  },
  correction_not_found: { zh: '没有这项更正', en: 'There is no such correction' },
  document_not_found: {
    zh: '没有这个核验码的文件',
    en: 'There is no document with this code',
    hint: { zh: '请核对核验码，共16位', en: 'Compare the code: it has sixteen signs' },
  },
  document_form_unknown: {
    zh: '只有PDF和Word（docx）两种格式，中文（zh）和英文（en）两种语言',
    en: 'There are two formats, pdf and docx, and two languages, zh and en',
  },
  reports_not_found: { zh: '这个任务没有报告可下载', en: 'This job has no reports to download' },
} satisfies Record<string, Wording>;
