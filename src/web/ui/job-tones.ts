// How good or bad the state of a job is.
import type { Answer, api } from '../client/api.ts';
import type { Tone } from './StatusTag.tsx';

type State = Answer<typeof api.jobs.listJobs>['items'][number]['state'];

export const JOB_TONES: Readonly<Record<State, Tone>> = {
  queued: 'plain',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
};
