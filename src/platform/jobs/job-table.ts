// The table of jobs: what people see of background work, and what decides whether it is done.
import type { ColumnType } from 'kysely';
import type { Actor } from '../ctx.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A job acts for whoever asked for it, under the request that asked. */
export type Requester = {
  readonly actor: Actor;
  readonly requestId: string;
  readonly address: string;
};

type Json<T> = ColumnType<T, string | undefined, string>;

export type JobTables = {
  job: {
    zone_id: string;
    job_id: string;
    kind: string;
    state: ColumnType<JobState, JobState | undefined, JobState>;
    input: Json<unknown>;
    result: Json<unknown>;
    error: Json<unknown>;
    progress: ColumnType<number, number | undefined, number>;
    cancel_requested: ColumnType<boolean, boolean | undefined, boolean>;
    attempts: ColumnType<number, number | undefined, number>;
    requested_by: Json<Requester>;
    requested_at: Date;
    started_at: ColumnType<Date | null, Date | undefined, Date>;
    heartbeat_at: ColumnType<Date | null, Date | undefined, Date>;
    finished_at: ColumnType<Date | null, Date | undefined, Date>;
  };
};
