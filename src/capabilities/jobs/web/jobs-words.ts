// Words of the list of jobs.
import { words } from '#web/words/words.ts';

export const JOBS = words({
  answer: (running: string, failed: string) => [
    `${running} 个任务在办，最近有 ${failed} 个失败`,
    `${running} jobs under way, ${failed} failed lately`,
  ],
  kind: ['任务', 'Job'],
  state: ['状态', 'State'],
  progress: ['进度', 'Progress'],
  by: ['发起人', 'Asked by'],
  at: ['发起时间', 'Asked at'],
  took: ['用时', 'Took'],
  seconds: ['秒', 's'],
  queued: ['排队中', 'Waiting'],
  running: ['进行中', 'Running'],
  done: ['已完成', 'Done'],
  failed: ['失败', 'Failed'],
  cancelled: ['已取消', 'Cancelled'],
  empty: ['还没有任务', 'No jobs yet'],
  emptyHint: [
    '导入、计算、导出等较长的工作会列在这里。',
    'Imports, runs, exports and other longer work are listed here.',
  ],
  more: ['更早的任务', 'Earlier jobs'],
  label: ['后台任务列表', 'List of background jobs'],
  read_import: ['读取上传文件', 'Read an uploaded file'],
  accept_import: ['数据入库', 'Enter figures'],
  undo_import: ['撤销导入', 'Undo an import'],
  check_figures: ['数据核查', 'Check figures'],
  take_step: ['推进评价流程', 'Take a step of an evaluation'],
  compare_scheme: ['换方案试算', 'Try another scheme'],
  propose_correction: ['测算公布后更正', 'Compute a proposed correction'],
  correct_publication: ['公布后更正', 'Correct a published list'],
  make_reports: ['批量生成报告', 'Make reports'],
  remind_offices: ['到期自动催报', 'Remind offices'],
});
