// How far a campaign is, as numbers for its first line.
import type { TaskProgress } from '#capabilities/collection/contract/campaigns.ts';

export type CampaignProgress = {
  readonly tasks: number;
  readonly submitted: number;
  readonly late: number;
  /** Of all figures that are expected; null when none are. */
  readonly complete: number | null;
};

export function progressOf(
  tasks: readonly Pick<TaskProgress, 'state' | 'filled' | 'expected'>[],
): CampaignProgress {
  const expected = tasks.reduce((sum, task) => sum + task.expected, 0);
  const filled = tasks.reduce((sum, task) => sum + Math.min(task.filled, task.expected), 0);
  const inState = (...states: TaskProgress['state'][]): number =>
    tasks.filter(({ state }) => states.includes(state)).length;
  return {
    tasks: tasks.length,
    submitted: inState('submitted', 'submitted_late'),
    late: inState('late'),
    complete: expected === 0 ? null : filled / expected,
  };
}
