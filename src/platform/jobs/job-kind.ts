// A kind of background work: what it is given, what it answers, and how it tells how far it is.
import type { z } from 'zod';
import type { Caller } from '../ctx.ts';

export type JobRun<Input> = {
  /** Acts with the rights of whoever asked for the job. Open transactions with `transact(job.caller, …)`. */
  readonly caller: Caller;
  readonly jobId: string;
  readonly input: Input;
  /** 1 on the first try. A job whose process was killed is tried again, so its work must be safe to repeat. */
  readonly attempt: number;
  /** 0 to 1. Throws `job_cancelled` once somebody asked to cancel: call it where stopping is safe. */
  readonly progress: (done: number) => Promise<void>;
};

export type JobKind<Input = unknown, Result = unknown> = {
  readonly kind: string;
  readonly input: z.ZodType<Input>;
  /** Hour of the day in Beijing from which on every zone has it done, once a day, with nothing as its input. */
  readonly daily?: number;
  /** What it returns is kept as JSON with the job and shown to whoever asked. */
  readonly run: (job: JobRun<Input>) => Promise<Result>;
};

/** Lets kinds of different inputs stand in one list; the input is parsed before it is run. */
export function jobKind<Input, Result>(kind: JobKind<Input, Result>): JobKind {
  return {
    kind: kind.kind,
    input: kind.input,
    ...(kind.daily === undefined ? {} : { daily: kind.daily }),
    run: (job) => kind.run({ ...job, input: kind.input.parse(job.input) }),
  };
}
