// Use cases of reminders: somebody reminds of a task, and once a day the product does where a deadline is near or past.
import { AppError } from '#core/app-error.ts';
import { beijingDay } from '#core/calendar/working-days.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { notifyEnterprises, notifyOffice } from '#capabilities/notices/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Task } from '../contract/campaigns.ts';
import { remindUntil, reminderOf } from '../model/reminders.ts';
import { claimReminder, countReminder, selectDueTasks, selectIncomplete } from '../store/reminders.ts';

export async function remindTask(ctx: Ctx, id: string): Promise<{ task: Task; notified: number }> {
  const task = await countReminder(ctx, id);
  if (task === undefined) throw new AppError('task_not_found');
  const notified = await tell(ctx, task);
  await recordEvent(ctx, { action: 'remind_task', object: ['task', id], details: { notified } });
  return { task, notified };
}

/** The daily job's work. A task is claimed for the day before anybody is told, so that trying it again tells nobody twice. */
export async function remindDueTasks(ctx: Ctx): Promise<{ tasks: number; notified: number }> {
  const today = beijingDay(ctx.services.now());
  const counts = { tasks: 0, notified: 0 };
  const reminded: { task: string; notified: number }[] = [];
  for (const id of await selectDueTasks(ctx, today, remindUntil(today))) {
    const task = await claimReminder(ctx, id, today);
    if (task === undefined) continue;
    const notified = await tell(ctx, task);
    counts.tasks += 1;
    counts.notified += notified;
    reminded.push({ task: id, notified });
  }
  if (counts.tasks > 0)
    await recordEvent(ctx, {
      action: 'remind_due_tasks',
      object: ['zone', ctx.zone],
      details: { day: today, tasks: reminded },
    });
  return counts;
}

/** An office's data officers; of a task without an office, the users of every enterprise that lacks a figure of it. */
async function tell(ctx: Ctx, task: Task): Promise<number> {
  const message = reminderOf(task.due_on, beijingDay(ctx.services.now()));
  if (task.office_id !== null) return notifyOffice(ctx, task.office_id, message);
  return notifyEnterprises(ctx, await selectIncomplete(ctx, task), message);
}
