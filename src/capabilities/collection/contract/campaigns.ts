// Campaigns: which office hands in which items until when, and how far it is.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { ItemId } from './items.ts';

const Day = z.iso.date();

export const Task = z.strictObject({
  task_id: Uuid,
  campaign_id: Uuid,
  /** Without an office it is the enterprises' own. */
  office_id: Uuid.nullable(),
  item_ids: z.array(ItemId).min(1).max(200),
  due_on: Day,
  submitted_at: z.iso.datetime().nullable(),
  returned_reason: z.string().nullable(),
  reminders: z.number().int(),
  version: z.number().int(),
});
export type Task = z.infer<typeof Task>;

/** How far a task is: figures there of figures expected, and how timely. */
export const TaskProgress = Task.extend({
  expected: z.number().int(),
  filled: z.number().int(),
  state: z.enum(['open', 'late', 'submitted', 'submitted_late', 'returned']),
  /** Days after the deadline, of the submission or of today. */
  days_late: z.number().int(),
  /** The latest import of its items that entered. */
  last_import: z.strictObject({ import_id: Uuid, at: z.iso.datetime(), by: z.string() }).nullable(),
});
export type TaskProgress = z.infer<typeof TaskProgress>;

export const Campaign = z.strictObject({
  campaign_id: Uuid,
  period_id: z.string(),
  name: z.string(),
  opens_on: Day,
  due_on: Day,
  state: z.enum(['open', 'closed']),
  version: z.number().int(),
});
export type Campaign = z.infer<typeof Campaign>;

export const NewCampaign = z.strictObject({
  period_id: z.string().max(10),
  name: z.string().trim().min(1).max(100),
  opens_on: Day,
  due_on: Day,
  tasks: z
    .array(
      z.strictObject({ office_id: Uuid.nullable(), item_ids: Task.shape.item_ids, due_on: Day.optional() }),
    )
    .min(1)
    .max(100),
});
export type NewCampaign = z.infer<typeof NewCampaign>;

const route = endpoint.$route({ tags: ['collection'] });
const TaskPath = InZone.extend({ task_id: Uuid });

export const campaignsContract = {
  listCampaigns: route
    .route({ method: 'GET', path: '/zones/{zone}/campaigns', summary: '填报任务批次 · Campaigns' })
    .meta({ allow: WORKING_ROLES })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Campaign) })),
  createCampaign: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/campaigns',
      summary: '发起填报 · Open a campaign',
      successStatus: 201,
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewCampaign.shape))
    .output(Campaign),
  getCampaignBoard: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/campaigns/{campaign_id}/board',
      summary: '完整率、及时率看板 · Completeness and timeliness',
    })
    .meta({ allow: ['leader', 'evaluation_officer', 'data_officer'] })
    .input(InZone.extend({ campaign_id: Uuid }))
    .output(z.strictObject({ campaign: Campaign, tasks: z.array(TaskProgress) })),
  downloadTemplate: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/tasks/{task_id}/template',
      summary: '下载填报模板 · Template',
    })
    .meta({ allow: ['evaluation_officer', 'data_officer', 'enterprise_user'], raw: true })
    .input(TaskPath),
  submitTask: route
    .route({ method: 'POST', path: '/zones/{zone}/tasks/{task_id}/submit', summary: '提交填报 · Hand in' })
    .meta({ allow: ['data_officer', 'evaluation_officer'] })
    .input(TaskPath.extend({ version: z.number().int() }))
    .output(Task),
  returnTask: route
    .route({ method: 'POST', path: '/zones/{zone}/tasks/{task_id}/return', summary: '驳回填报 · Send back' })
    .meta({ allow: ['evaluation_officer'] })
    .input(TaskPath.extend({ version: z.number().int(), reason: z.string().trim().min(2).max(500) }))
    .output(Task),
  remindTask: route
    .route({ method: 'POST', path: '/zones/{zone}/tasks/{task_id}/remind', summary: '催报 · Remind' })
    .meta({ allow: ['evaluation_officer'] })
    .input(TaskPath)
    .output(z.strictObject({ task: Task, notified: z.number().int() })),
  closeCampaign: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/campaigns/{campaign_id}/close',
      summary: '结束填报 · Close',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ campaign_id: Uuid, version: z.number().int() }))
    .output(Campaign),
};
