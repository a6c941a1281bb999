// Background work of the evaluation: steps that touch every enterprise, trials of schemes, corrections.
import { z } from 'zod';
import { type JobKind, jobKind } from '#platform/jobs/job-kind.ts';
import { Transition } from './contract/lifecycle.ts';
import { performComparison } from './service/comparisons.ts';
import { performCorrection, performProposal } from './service/corrections.ts';
import { ReportsInput } from './service/documents/list-reports.ts';
import { performReports } from './service/documents/make-reports.ts';
import { performStep } from './service/steps.ts';

const StepInput = z.object({
  evaluation_id: z.uuid(),
  transition: Transition,
  version: z.number().int(),
  reason: z.string().optional(),
  notice_days: z.number().int().optional(),
});

export const evaluationJobs: readonly JobKind[] = [
  jobKind({ kind: 'take_step', input: StepInput, run: ({ caller, input }) => performStep(caller, input) }),
  jobKind({
    kind: 'compare_scheme',
    input: z.object({ evaluation_id: z.uuid(), scheme_id: z.string(), scheme_version: z.number().int() }),
    run: ({ caller, input }) => performComparison(caller, input),
  }),
  jobKind({
    kind: 'propose_correction',
    input: z.object({ publication_id: z.uuid(), reason: z.string() }),
    run: ({ caller, input }) => performProposal(caller, input),
  }),
  jobKind({
    kind: 'correct_publication',
    input: z.object({ correction_id: z.uuid(), reason: z.string(), version: z.number().int() }),
    run: ({ caller, input }) => performCorrection(caller, input),
  }),
  jobKind({
    kind: 'make_reports',
    input: ReportsInput,
    run: ({ caller, jobId, input, progress }) => performReports(caller, jobId, input, progress),
  }),
];
