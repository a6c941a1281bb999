// Use cases of campaigns: open one, see how far everybody is, hand in, send back, close.
import { AppError } from '#core/app-error.ts';
import { beijingDay } from '#core/calendar/working-days.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { notifyOffice } from '#capabilities/notices/service.ts';
import { countEnterprises } from '#capabilities/registry/service/enterprises.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isForeignKeyViolation } from '#platform/db/violations.ts';
import type { Campaign, NewCampaign, Task, TaskProgress } from '../contract/campaigns.ts';
import { daysBetween } from '../model/reminders.ts';
import {
  closeCampaignRow,
  countFilled,
  insertCampaign,
  selectCampaign,
  selectCampaigns,
  selectLastImports,
  selectTask,
  selectTasks,
  updateTask,
} from '../store/campaigns.ts';
import { selectItems } from '../store/items.ts';

export async function listCampaigns(ctx: Ctx): Promise<{ items: Campaign[] }> {
  return { items: await selectCampaigns(ctx) };
}

export async function createCampaign(ctx: Ctx, input: NewCampaign): Promise<Campaign> {
  const { period_id, name, opens_on, due_on } = input;
  await getPeriod(ctx, period_id);
  if (due_on < opens_on) throw new AppError('campaign_due_before_it_opens');
  const known = new Set((await selectItems(ctx)).map((item) => item.item_id));
  const unknown = input.tasks.flatMap((task) => task.item_ids).find((id) => !known.has(id));
  if (unknown !== undefined) throw new AppError('item_not_found', { item: unknown });
  const campaign: Campaign = {
    campaign_id: ctx.services.newId(),
    period_id,
    name,
    opens_on,
    due_on,
    state: 'open',
    version: 1,
  };
  const tasks = input.tasks.map((task) => ({
    task_id: ctx.services.newId(),
    office_id: task.office_id,
    item_ids: task.item_ids,
    due_on: task.due_on ?? due_on,
  }));
  try {
    await insertCampaign(ctx, campaign, tasks);
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new AppError('office_not_found');
    throw error;
  }
  await recordEvent(ctx, {
    action: 'create_campaign',
    object: ['campaign', campaign.campaign_id],
    details: { name, period: period_id, due_on, tasks: tasks.length },
  });
  return campaign;
}

/** A data officer sees the tasks of the own office. */
export async function getCampaignBoard(
  ctx: Ctx,
  campaignId: string,
): Promise<{ campaign: Campaign; tasks: TaskProgress[] }> {
  const campaign = await selectCampaign(ctx, campaignId);
  if (campaign === undefined) throw new AppError('campaign_not_found');
  const tasks = (await selectTasks(ctx, campaignId)).filter((task) => isOwnTask(ctx, task));
  const filled = await countFilled(ctx, campaign.period_id);
  const { count } = await countEnterprises(ctx, { status: 'active' });
  const today = beijingDay(ctx.services.now());
  const imports = await selectLastImports(ctx, campaign);
  return {
    campaign,
    tasks: tasks.map((task) => ({
      ...progressOf(task, filled, count, today),
      last_import: imports.get(task.task_id) ?? null,
    })),
  };
}

const isOwnTask = ({ actor }: Ctx, { office_id: office }: Task): boolean =>
  actor.role !== 'data_officer' || (office !== null && office === actor.officeId);

function progressOf(
  task: Task,
  filled: ReadonlyMap<string, number>,
  enterprises: number,
  today: string,
): Omit<TaskProgress, 'last_import'> {
  const done = task.submitted_at === null ? undefined : beijingDay(new Date(task.submitted_at));
  const late = Math.max(0, daysBetween(task.due_on, done ?? today));
  const open = task.returned_reason === null ? (late > 0 ? 'late' : 'open') : 'returned';
  return {
    ...task,
    expected: enterprises * task.item_ids.length,
    filled: task.item_ids.reduce((sum, id) => sum + (filled.get(id) ?? 0), 0),
    state: done === undefined ? open : late > 0 ? 'submitted_late' : 'submitted',
    days_late: late,
  };
}

export async function getTask(ctx: Ctx, id: string): Promise<Task> {
  const task = await selectTask(ctx, id);
  if (task === undefined || !isOwnTask(ctx, task)) throw new AppError('task_not_found');
  return task;
}

export async function submitTask(ctx: Ctx, input: { task_id: string; version: number }): Promise<Task> {
  await getTask(ctx, input.task_id);
  const change = { submitted_at: ctx.services.now(), submitted_by: ctx.actor.userId, returned_reason: null };
  const task = await updateTask(ctx, input.task_id, input.version, change);
  if (task === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, { action: 'submit_task', object: ['task', task.task_id] });
  return task;
}

export async function returnTask(
  ctx: Ctx,
  input: { task_id: string; version: number; reason: string },
): Promise<Task> {
  const change = { submitted_at: null, submitted_by: null, returned_reason: input.reason };
  const task = await updateTask(ctx, input.task_id, input.version, change);
  if (task === undefined) throw new AppError('changed_meanwhile');
  await notifyOffice(ctx, task.office_id, { code: 'task_returned', params: { reason: input.reason } });
  await recordEvent(ctx, {
    action: 'return_task',
    object: ['task', task.task_id],
    details: { reason: input.reason },
  });
  return task;
}

export async function closeCampaign(
  ctx: Ctx,
  input: { campaign_id: string; version: number },
): Promise<Campaign> {
  const campaign = await closeCampaignRow(ctx, input.campaign_id, input.version);
  if (campaign === undefined) throw new AppError('changed_meanwhile');
  await recordEvent(ctx, { action: 'close_campaign', object: ['campaign', campaign.campaign_id] });
  return campaign;
}
