// The life of an evaluation as a table: from which state to which, who may take the step, and what it needs.
import type { Role } from '#core/roles.ts';

export const EVALUATION_STATES = [
  'draft',
  'collecting',
  'confirming',
  'frozen',
  'computed',
  'reviewed',
  'notice',
  'appeals',
  'final',
  'archived',
] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

export const TRANSITIONS = [
  'open_collection',
  'open_confirmation',
  'reopen_collection',
  'freeze',
  'compute',
  'unfreeze',
  'review',
  'send_back',
  'publish_notice',
  'open_appeals',
  'refreeze',
  'finalise',
  'archive',
] as const;
export type Transition = (typeof TRANSITIONS)[number];

/** What a step may need before it can be taken. */
export const NEEDS = [
  'scheme_approved',
  'no_open_errors',
  'dataset',
  'run',
  'another_person',
  'no_open_adjustments',
  'notice_ended',
  'no_open_appeals',
  'accepted_appeals',
  'no_accepted_appeals',
  'reason',
] as const;
export type Need = (typeof NEEDS)[number];

export type Step = {
  readonly transition: Transition;
  readonly from: readonly EvaluationState[];
  readonly to: EvaluationState;
  readonly roles: readonly Role[];
  readonly needs: readonly Need[];
  readonly zh: string;
  readonly en: string;
};

const OFFICER: readonly Role[] = ['evaluation_officer'];
const REVIEWERS: readonly Role[] = ['evaluation_officer', 'leader'];

export const STEPS: readonly Step[] = [
  {
    transition: 'open_collection',
    from: ['draft'],
    to: 'collecting',
    roles: OFFICER,
    needs: ['scheme_approved'],
    zh: '启动填报',
    en: 'Open collection',
  },
  {
    transition: 'open_confirmation',
    from: ['collecting'],
    to: 'confirming',
    roles: OFFICER,
    needs: [],
    zh: '企业确认',
    en: 'Open confirmation',
  },
  {
    transition: 'reopen_collection',
    from: ['confirming'],
    to: 'collecting',
    roles: OFFICER,
    needs: ['reason'],
    zh: '退回填报',
    en: 'Reopen collection',
  },
  {
    transition: 'freeze',
    from: ['confirming'],
    to: 'frozen',
    roles: OFFICER,
    needs: ['no_open_errors'],
    zh: '冻结数据',
    en: 'Freeze the figures',
  },
  {
    transition: 'compute',
    from: ['frozen'],
    to: 'computed',
    roles: OFFICER,
    needs: ['dataset'],
    zh: '计算',
    en: 'Compute',
  },
  {
    transition: 'unfreeze',
    from: ['frozen', 'computed'],
    to: 'confirming',
    roles: OFFICER,
    needs: ['reason'],
    zh: '解冻',
    en: 'Unfreeze',
  },
  {
    transition: 'review',
    from: ['computed'],
    to: 'reviewed',
    roles: REVIEWERS,
    needs: ['run', 'another_person', 'no_open_adjustments'],
    zh: '审核通过',
    en: 'Review',
  },
  {
    transition: 'send_back',
    from: ['reviewed'],
    to: 'computed',
    roles: REVIEWERS,
    needs: ['reason'],
    zh: '退回复核',
    en: 'Send back',
  },
  {
    transition: 'publish_notice',
    from: ['reviewed'],
    to: 'notice',
    roles: OFFICER,
    needs: ['run'],
    zh: '公示',
    en: 'Publish for objection',
  },
  {
    transition: 'open_appeals',
    from: ['notice'],
    to: 'appeals',
    roles: OFFICER,
    needs: ['notice_ended'],
    zh: '公示期满，处理申诉',
    en: 'Close the notice, decide appeals',
  },
  {
    transition: 'refreeze',
    from: ['appeals'],
    to: 'frozen',
    roles: OFFICER,
    needs: ['no_open_appeals', 'accepted_appeals'],
    zh: '按申诉更正并重新冻结',
    en: 'Freeze anew with corrections',
  },
  {
    transition: 'finalise',
    from: ['appeals'],
    to: 'final',
    roles: OFFICER,
    needs: ['no_open_appeals', 'no_accepted_appeals'],
    zh: '终稿公布',
    en: 'Publish the final list',
  },
  {
    transition: 'finalise',
    from: ['reviewed'],
    to: 'final',
    roles: OFFICER,
    needs: ['run', 'notice_ended', 'no_open_appeals'],
    zh: '终稿公布',
    en: 'Publish the final list',
  },
  {
    transition: 'archive',
    from: ['final'],
    to: 'archived',
    roles: OFFICER,
    needs: [],
    zh: '归档',
    en: 'Archive',
  },
];

/** Something still has to be done before the list is final. */
export const isUnderWay = ({ state }: { readonly state: EvaluationState }): boolean =>
  state !== 'final' && state !== 'archived';

export function findStep(state: EvaluationState, transition: Transition): Step | undefined {
  return STEPS.find((step) => step.transition === transition && step.from.includes(state));
}

/** Steps that start from a state, whoever may take them. */
export function stepsFrom(state: EvaluationState): Step[] {
  return STEPS.filter(({ from }) => from.includes(state));
}

/** The needs of a step that are not met, in the order in which they are listed. */
export function unmetNeeds(step: Step, met: ReadonlySet<Need>): Need[] {
  return step.needs.filter((need) => !met.has(need));
}
