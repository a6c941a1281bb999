// How far a campaign is, as numbers for its first line: by office, because one office may have several tasks.
import type { TaskProgress } from '#capabilities/collection/contract/campaigns.ts';

export type CampaignProgress = {
  readonly tasks: number;
  readonly offices: number;
  /** Offices that have handed in all they owe. */
  readonly submitted: number;
  /** Offices with something that is overdue, and by how many days at most. */
  readonly late: number;
  readonly daysLate: number;
  /** Of all figures that are expected; null when none are. */
  readonly complete: number | null;
};

type Task = Pick<TaskProgress, 'office_id' | 'state' | 'filled' | 'expected' | 'days_late'>;

export const isDone = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'submitted' || state === 'submitted_late';

/** Also what was sent back after its day is overdue. */
export const isLate = (task: Pick<Task, 'state' | 'days_late'>): boolean =>
  task.state === 'late' || (task.state === 'returned' && task.days_late > 0);

export function progressOf(tasks: readonly Task[]): CampaignProgress {
  const offices = new Map<string | null, Task[]>();
  for (const task of tasks) offices.set(task.office_id, [...(offices.get(task.office_id) ?? []), task]);
  const all = [...offices.values()];
  const expected = tasks.reduce((sum, task) => sum + task.expected, 0);
  const filled = tasks.reduce((sum, task) => sum + Math.min(task.filled, task.expected), 0);
  return {
    tasks: tasks.length,
    offices: all.length,
    submitted: all.filter((own) => own.every(isDone)).length,
    late: all.filter((own) => own.some(isLate)).length,
    daysLate: Math.max(0, ...tasks.filter(isLate).map(({ days_late }) => days_late)),
    complete: expected === 0 ? null : filled / expected,
  };
}
