// Endpoints of the evaluation.
import { implement } from '@orpc/server';
import { zoneCaller, zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { evaluationContract } from './contract/evaluation.ts';
import * as adjustments from './service/adjustments.ts';
import * as appeals from './service/appeals.ts';
import * as comparisons from './service/comparisons.ts';
import * as corrections from './service/corrections.ts';
import { getLetterhead, setLetterhead } from './service/documents/letterheads.ts';
import { listReports } from './service/documents/list-reports.ts';
import { makeReports } from './service/documents/make-reports.ts';
import { verifyDocument } from './service/documents/verify-document.ts';
import { getEvaluationKit } from './service/evaluation-kit.ts';
import { listEvidence } from './service/evidence.ts';
import { getRunFields } from './service/fields.ts';
import { listFrozenFigures } from './service/frozen-figures.ts';
import { getEnterpriseHistory } from './service/history.ts';
import { getLift } from './service/lift.ts';
import { getOverview } from './service/overview.ts';
import * as publications from './service/publications.ts';
import { getPublishedMethod } from './service/method.ts';
import { getPublicReceipt, getReceipt } from './service/receipts.ts';
import * as results from './service/results.ts';
import { getRun, listRuns, shapeOf } from './service/runs.ts';
import * as schemes from './service/schemes.ts';
import * as steps from './service/steps.ts';
import { listWaiting } from './service/waiting.ts';
import { verifyRun } from './service/verify-run.ts';
import { compareWithPreviousYear } from './service/year-on-year.ts';

const {
  exportResults: _export,
  downloadCapsule: _capsule,
  getRunTable: _table,
  getDataset: _dataset,
  getPreviousDataset: _previous,
  uploadEvidence: _upload,
  downloadEvidence: _download,
  downloadEnterpriseReport: _enterpriseReport,
  downloadParkReport: _parkReport,
  downloadReports: _reports,
  downloadPublication: _publication,
  ...typed
} = evaluationContract;
const root = implement(typed).$context<RequestContext>();
const api = root.use(zoneWork);
/** For what computes longer than a transaction should be held. */
const outside = root.use(zoneCaller);

export const evaluationRoutes = root.router({
  listSchemes: api.listSchemes.handler(({ context: { ctx } }) => schemes.listSchemes(ctx)),
  getScheme: api.getScheme.handler(({ context: { ctx }, input }) => schemes.getScheme(ctx, input)),
  createScheme: api.createScheme.handler(({ context: { ctx }, input }) => schemes.createScheme(ctx, input)),
  submitScheme: api.submitScheme.handler(({ context: { ctx }, input }) => schemes.submitScheme(ctx, input)),
  decideScheme: api.decideScheme.handler(({ context: { ctx }, input }) => schemes.decideScheme(ctx, input)),

  listEvaluations: api.listEvaluations.handler(({ context: { ctx } }) => steps.listEvaluations(ctx)),
  createEvaluation: api.createEvaluation.handler(({ context: { ctx }, input }) =>
    steps.createEvaluation(ctx, input),
  ),
  getEvaluation: api.getEvaluation.handler(({ context: { ctx }, input }) =>
    steps.getEvaluation(ctx, input.evaluation_id),
  ),
  takeStep: api.takeStep.handler(({ context: { ctx }, input }) => steps.takeStep(ctx, input)),

  listRuns: api.listRuns.handler(({ context: { ctx }, input }) => listRuns(ctx, input.evaluation_id)),
  getRun: api.getRun.handler(async ({ context: { ctx }, input }) => shapeOf(await getRun(ctx, input.run_id))),
  getRunFields: api.getRunFields.handler(({ context: { ctx }, input }) => getRunFields(ctx, input.run_id)),
  getEvaluationKit: api.getEvaluationKit.handler(({ context: { ctx }, input }) =>
    getEvaluationKit(ctx, input.evaluation_id),
  ),
  getOverview: api.getOverview.handler(({ context: { ctx }, input }) => getOverview(ctx, input)),
  getEnterpriseHistory: api.getEnterpriseHistory.handler(({ context: { ctx }, input }) =>
    getEnterpriseHistory(ctx, input.enterprise_id),
  ),
  listWaiting: api.listWaiting.handler(({ context: { ctx } }) => listWaiting(ctx)),
  getLift: outside.getLift.handler(({ context: { caller }, input }) => getLift(caller, input)),
  verifyRun: outside.verifyRun.handler(({ context: { caller }, input }) => verifyRun(caller, input.run_id)),
  compareWithScheme: api.compareWithScheme.handler(({ context: { ctx }, input }) =>
    comparisons.compareWithScheme(ctx, input),
  ),
  compareRuns: api.compareRuns.handler(({ context: { ctx }, input }) => results.compareTwoRuns(ctx, input)),
  compareWithPreviousYear: api.compareWithPreviousYear.handler(({ context: { ctx }, input }) =>
    compareWithPreviousYear(ctx, input),
  ),
  listResults: api.listResults.handler(({ context: { ctx }, input }) => results.listResults(ctx, input)),
  listFrozenFigures: api.listFrozenFigures.handler(({ context: { ctx }, input }) =>
    listFrozenFigures(ctx, input),
  ),
  explainResult: api.explainResult.handler(({ context: { ctx }, input }) =>
    results.explainResult(ctx, input),
  ),

  listAdjustments: api.listAdjustments.handler(({ context: { ctx }, input }) =>
    adjustments.listAdjustments(ctx, input.run_id),
  ),
  proposeAdjustment: api.proposeAdjustment.handler(({ context: { ctx }, input }) =>
    adjustments.proposeAdjustment(ctx, input),
  ),
  decideAdjustment: api.decideAdjustment.handler(({ context: { ctx }, input }) =>
    adjustments.decideAdjustment(ctx, input),
  ),

  listAppeals: api.listAppeals.handler(({ context: { ctx }, input }) =>
    appeals.listAppeals(ctx, input.evaluation_id),
  ),
  submitAppeal: api.submitAppeal.handler(({ context: { ctx }, input }) => appeals.submitAppeal(ctx, input)),
  withdrawAppeal: api.withdrawAppeal.handler(({ context: { ctx }, input }) =>
    appeals.withdrawAppeal(ctx, input),
  ),
  tryAppeal: api.tryAppeal.handler(({ context: { ctx }, input }) => appeals.tryAppeal(ctx, input.appeal_id)),
  decideAppeal: api.decideAppeal.handler(({ context: { ctx }, input }) => appeals.decideAppeal(ctx, input)),
  signAppeal: api.signAppeal.handler(({ context: { ctx }, input }) => appeals.signAppeal(ctx, input)),
  listEvidence: api.listEvidence.handler(({ context: { ctx }, input }) => listEvidence(ctx, input.appeal_id)),

  listPublications: api.listPublications.handler(({ context: { ctx } }) =>
    publications.listPublications(ctx),
  ),
  listPublishedRows: api.listPublishedRows.handler(({ context: { ctx }, input }) =>
    publications.listPublishedRows(ctx, input),
  ),
  getReceipt: api.getReceipt.handler(({ context: { ctx }, input }) => getReceipt(ctx, input)),
  getPublishedMethod: api.getPublishedMethod.handler(({ context: { ctx }, input }) =>
    getPublishedMethod(ctx, input.publication_id),
  ),
  getPublicReceipt: api.getPublicReceipt.handler(({ context: { ctx }, input }) =>
    getPublicReceipt(ctx, input),
  ),

  proposeCorrection: api.proposeCorrection.handler(({ context: { ctx }, input }) =>
    corrections.proposeCorrection(ctx, input),
  ),
  listCorrections: api.listCorrections.handler(({ context: { ctx } }) => corrections.listCorrections(ctx)),
  getCorrection: api.getCorrection.handler(({ context: { ctx }, input }) =>
    corrections.getCorrection(ctx, input.correction_id),
  ),
  signCorrection: api.signCorrection.handler(({ context: { ctx }, input }) =>
    corrections.signCorrection(ctx, input),
  ),

  makeReports: api.makeReports.handler(({ context: { ctx }, input }) => makeReports(ctx, input)),
  listReports: api.listReports.handler(({ context: { ctx } }) => listReports(ctx)),
  getLetterhead: api.getLetterhead.handler(({ context: { ctx }, input }) =>
    getLetterhead(ctx, input.publication_id),
  ),
  setLetterhead: api.setLetterhead.handler(({ context: { ctx }, input }) => setLetterhead(ctx, input)),
  verifyDocument: api.verifyDocument.handler(({ context: { ctx }, input }) =>
    verifyDocument(ctx, input.code),
  ),
});
