// Sends a file to be read; answers with the import and the job that reads it.
import { request } from '#web/client/api.ts';

type Started = { readonly import: { readonly import_id: string }; readonly job_id: string };

export async function uploadFigures(
  zone: string,
  periodId: string,
  file: File,
  taskId?: string,
): Promise<{ readonly importId: string; readonly jobId: string }> {
  const query = new URLSearchParams({ file_name: file.name });
  if (taskId !== undefined) query.set('task_id', taskId);
  const response = await request(`/zones/${zone}/periods/${periodId}/imports?${query.toString()}`, {
    method: 'POST',
    body: file,
  });
  const started = (await response.json()) as Started;
  return { importId: started.import.import_id, jobId: started.job_id };
}
