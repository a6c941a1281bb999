// Use case: the archives of reports that were asked for lately, so that whoever left the page finds theirs again.
import { z } from 'zod';
import { listJobsWithinReach } from '#capabilities/jobs/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findPartedFiles } from '#platform/files/file-parts.ts';
import { Format, ReportLang, type ReportsBatch } from '#features/evaluation/contract/documents.ts';
import { selectEvaluationsOfRuns } from '#features/evaluation/store/runs.ts';

/** What the job was asked for. */
export const ReportsInput = z.object({
  run_id: z.uuid(),
  format: Format,
  lang: ReportLang,
  class: z.string().optional(),
  park_id: z.uuid().optional(),
});
export type ReportsInput = z.infer<typeof ReportsInput>;

const SHOWN = 20;

export async function listReports(ctx: Ctx): Promise<{ items: ReportsBatch[] }> {
  const jobs = await listJobsWithinReach(ctx, { kind: 'make_reports', limit: SHOWN });
  const batches = jobs.map(({ job, input }) => ({ job, input: ReportsInput.parse(input) }));
  const evaluations = await selectEvaluationsOfRuns(
    ctx,
    batches.map(({ input }) => input.run_id),
  );
  const files = await findPartedFiles(
    ctx,
    batches.map(({ job }) => job.job_id),
  );
  return {
    items: batches.flatMap(({ job, input }) => {
      const evaluation_id = evaluations.get(input.run_id);
      if (evaluation_id === undefined) return [];
      const { job_id, state, progress, requested_at, error } = job;
      const file = state === 'done' ? files.get(job_id) : undefined;
      return {
        job_id,
        evaluation_id,
        format: input.format,
        lang: input.lang,
        class: input.class ?? null,
        park_id: input.park_id ?? null,
        state,
        progress,
        requested_by: job.requested_by.name,
        requested_at,
        archive: file === undefined ? null : { name: file.name, bytes: file.bytes },
        error,
      };
    }),
  };
}
