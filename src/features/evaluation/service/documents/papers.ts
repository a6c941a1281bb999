// Use cases that hand out one document: read what it says within the actor's reach, give it a code, leave an entry.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { namesOf } from '#engine/explain/show.ts';
import { atZoneReach, type Ctx } from '#platform/ctx.ts';
import type { DocumentLang, OfficialDocument } from '#platform/documents/document.ts';
import type { ResultRow } from '#features/evaluation/contract/shapes.ts';
import { selectEvaluation } from '#features/evaluation/store/evaluations.ts';
import { selectListedRows, selectOwnYearsInD } from '#features/evaluation/store/publications.ts';
import { type ResultFilter, selectRunRow, selectRunRows } from '#features/evaluation/store/runs.ts';
import { getPublication } from '../publications.ts';
import { planOfVersion } from '../schemes.ts';
import { enterpriseReport } from './enterprise-report.ts';
import { getLetterhead } from './letterheads.ts';
import { classBorders, parkReport } from './park-report.ts';
import { prepareRun } from './prepared-run.ts';
import { publicationDocument } from './publication-document.ts';
import { issueReport } from './report.ts';

export type Paper = { readonly document: OfficialDocument; readonly name: string };

export async function enterprisePaper(
  ctx: Ctx,
  input: { readonly run_id: string; readonly enterprise_id: string; readonly lang: DocumentLang },
): Promise<Paper> {
  const prepared = await prepareRun(ctx, input.run_id);
  const row = await selectRunRow(ctx, input.run_id, input.enterprise_id);
  if (row === undefined) throw new AppError('result_not_found');
  const years = await selectOwnYearsInD(ctx, prepared.evaluation.period_id, input.enterprise_id);
  const report = enterpriseReport(prepared, row, years, input.lang);
  const { document, code } = await issueReport(ctx, input.run_id, prepared.record.result_hash, report);
  await recordEvent(ctx, {
    action: 'issue_report',
    object: ['enterprise', input.enterprise_id],
    details: { run: input.run_id, lang: input.lang, code },
  });
  return { document, name: `${row.name}${input.lang === 'zh' ? '体检报告' : ' report'}` };
}

export async function parkPaper(
  ctx: Ctx,
  input: { readonly run_id: string; readonly park_id: string },
): Promise<Paper> {
  const { actor } = ctx;
  const prepared = await prepareRun(ctx, input.run_id);
  const name = prepared.parks.get(input.park_id);
  const isOther = actor.role === 'park_manager' && !actor.parkIds.includes(input.park_id);
  if (name === undefined || isOther) throw new AppError('park_not_found');
  const rows = await everyRow(ctx, input.run_id, { park_id: input.park_id });
  // Of the others only the lowest score of each class is told.
  const borders = classBorders(await atZoneReach(ctx, () => everyRow(ctx, input.run_id, {})));
  const report = parkReport(prepared, { park_id: input.park_id, name }, rows, borders);
  const { document, code } = await issueReport(ctx, input.run_id, prepared.record.result_hash, report);
  await recordEvent(ctx, {
    action: 'issue_report',
    object: ['park', input.park_id],
    details: { run: input.run_id, code },
  });
  return { document, name: `${name}体检报告` };
}

const ROWS_AT_ONCE = 5000;

/** Within reach, best first. */
export async function everyRow(ctx: Ctx, runId: string, filter: ResultFilter): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  for (;;) {
    const page = await selectRunRows(ctx, runId, {
      ...filter,
      limit: ROWS_AT_ONCE,
      after: rows.at(-1)?.position ?? 0,
    });
    rows.push(...page.slice(0, ROWS_AT_ONCE));
    if (page.length <= ROWS_AT_ONCE) return rows;
  }
}

/** What everybody may read anyway, so that it leaves no entry. */
export async function publicationPaper(ctx: Ctx, publicationId: string): Promise<Paper> {
  const publication = await getPublication(ctx, publicationId);
  const evaluation = await selectEvaluation(ctx, publication.evaluation_id);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const { scheme } = await planOfVersion(ctx, evaluation);
  const document = publicationDocument({
    publication,
    evaluation,
    scheme: namesOf(scheme.title, scheme.scheme).zh,
    letterhead: await getLetterhead(ctx, publicationId),
    rows: await selectListedRows(ctx, publicationId),
  });
  return { document, name: document.title.replaceAll('\n', '') };
}
