// Background work of the registry: initials of names that came in bulk.
import { z } from 'zod';
import { type JobKind, jobKind } from '#platform/jobs/job-kind.ts';
import { fillInitials } from './service/search.ts';

export const registryJobs: readonly JobKind[] = [
  jobKind({
    kind: 'fill_initials',
    input: z.object({}),
    // Also what a version without initials left behind; the first look after the start asks for it.
    daily: 0,
    run: ({ caller }) => fillInitials(caller),
  }),
];
