// Who hands in what until when: some are done, some late, one was sent back, and the late ones were reminded.
import { beijingDay } from '#core/calendar/working-days.ts';
import {
  createCampaign,
  getCampaignBoard,
  returnTask,
  submitTask,
} from '#capabilities/collection/service/campaigns.ts';
import { remindTask } from '#capabilities/collection/service/reminders.ts';
import type { Actor } from '#platform/ctx.ts';
import { TASKS } from '../build/items.ts';
import type { Cast } from '../cast.ts';
import { daysBefore, type Scene, type Stage } from '../stage.ts';

/** Tasks by the code of the office. */
export type Tasks = ReadonlyMap<string, string>;

/** Days before today on which each office's work is due; below zero it lies ahead. */
const DUE: Readonly<Record<string, number>> = {
  tax: 36,
  stats: 6,
  science: 12,
  ecology: -9,
  labour: 3,
  industry: 20,
};

/** Days before today. */
const OPENED = 50;

export async function openCampaign(
  stage: Stage,
  { officer }: Cast,
  offices: ReadonlyMap<string, string>,
  { year, today }: { readonly year: number; readonly today: Date },
): Promise<Tasks> {
  stage.on(daysBefore(today, OPENED));
  const day = (before: number) => beijingDay(daysBefore(today, before));
  const { campaign_id: id } = await stage.as(officer, (ctx) =>
    createCampaign(ctx, {
      period_id: String(year),
      name: `${year}年度数据填报`,
      opens_on: day(OPENED),
      due_on: day(-9),
      tasks: TASKS.map(([office, items]) => ({
        office_id: offices.get(office) ?? null,
        item_ids: [...items],
        due_on: day(DUE[office] ?? 0),
      })),
    }),
  );
  const { tasks } = await stage.as(officer, (ctx) => getCampaignBoard(ctx, id));
  const officeOf = new Map([...offices].map(([code, officeId]) => [officeId, code]));
  return new Map(tasks.map((task) => [officeOf.get(task.office_id ?? '') ?? '', task.task_id]));
}

/** What happened around the tasks. */
export function followUp(stage: Stage, cast: Cast, tasks: Tasks): Scene[] {
  const { officer } = cast;
  const versions = new Map<string, number>();
  const which = (office: string) => ({
    task_id: tasks.get(office) ?? '',
    version: versions.get(office) ?? 1,
  });
  const remind = (before: number, office: string): Scene => ({
    before,
    play: async () => {
      const { task } = await stage.as(officer, (ctx) => remindTask(ctx, which(office).task_id));
      versions.set(office, task.version);
    },
  });
  const submit = (before: number, office: string, by: Actor): Scene => ({
    before,
    play: async () => {
      versions.set(office, (await stage.as(by, (ctx) => submitTask(ctx, which(office)))).version);
    },
  });
  const sendBack = (before: number, office: string, reason: string): Scene => ({
    before,
    play: async () => {
      const input = { ...which(office), reason };
      versions.set(office, (await stage.as(officer, (ctx) => returnTask(ctx, input))).version);
    },
  });
  return [
    remind(39, 'tax'),
    submit(38, 'tax', cast.tax),
    submit(37, 'stats', cast.stats),
    sendBack(36, 'stats', '综合能耗尚未填报，请补充规上企业数据后重新提交'),
    submit(21, 'industry', cast.clerkOf('industry')),
    submit(9, 'science', cast.clerkOf('science')),
    remind(4, 'stats'),
    submit(4, 'labour', cast.clerkOf('labour')),
    sendBack(2, 'labour', '职工人数含“约……人左右”等文字，请改为数字'),
    remind(1, 'stats'),
    remind(1, 'labour'),
  ];
}
