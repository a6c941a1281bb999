// Endpoints of the collection.
import { implement } from '@orpc/server';
import { zoneWork } from '#platform/http/endpoint-work.ts';
import type { RequestContext } from '#platform/http/request-context.ts';
import { collectionContract } from './contract/collection.ts';
import * as campaigns from './service/campaigns.ts';
import * as checks from './service/checks.ts';
import * as confirmations from './service/confirmations.ts';
import { listFigures } from './service/figure-grid.ts';
import { correctCell } from './service/correct-cell.ts';
import * as figures from './service/figures.ts';
import * as imports from './service/imports.ts';
import * as items from './service/items.ts';
import { mapImport } from './service/map-columns.ts';
import * as reminders from './service/reminders.ts';

const { uploadImport: _u, downloadMarked: _m, downloadTemplate: _t, ...typed } = collectionContract;
const api = implement(typed).$context<RequestContext>().use(zoneWork);

export const collectionRoutes = api.router({
  listItems: api.listItems.handler(({ context: { ctx } }) => items.listItems(ctx)),
  createItem: api.createItem.handler(({ context: { ctx }, input }) => items.createItem(ctx, input)),
  updateItem: api.updateItem.handler(({ context: { ctx }, input }) => items.updateItem(ctx, input)),

  listCampaigns: api.listCampaigns.handler(({ context: { ctx } }) => campaigns.listCampaigns(ctx)),
  createCampaign: api.createCampaign.handler(({ context: { ctx }, input }) =>
    campaigns.createCampaign(ctx, input),
  ),
  getCampaignBoard: api.getCampaignBoard.handler(({ context: { ctx }, input }) =>
    campaigns.getCampaignBoard(ctx, input.campaign_id),
  ),
  submitTask: api.submitTask.handler(({ context: { ctx }, input }) => campaigns.submitTask(ctx, input)),
  returnTask: api.returnTask.handler(({ context: { ctx }, input }) => campaigns.returnTask(ctx, input)),
  remindTask: api.remindTask.handler(({ context: { ctx }, input }) =>
    reminders.remindTask(ctx, input.task_id),
  ),
  closeCampaign: api.closeCampaign.handler(({ context: { ctx }, input }) =>
    campaigns.closeCampaign(ctx, input),
  ),

  sendFigures: api.sendFigures.handler(({ context: { ctx }, input }) => imports.sendFigures(ctx, input)),
  listImports: api.listImports.handler(({ context: { ctx }, input }) => imports.listImports(ctx, input)),
  getImport: api.getImport.handler(({ context: { ctx }, input }) => imports.getImport(ctx, input.import_id)),
  listImportRows: api.listImportRows.handler(({ context: { ctx }, input }) =>
    imports.listImportRows(ctx, input),
  ),
  mapImport: api.mapImport.handler(({ context: { ctx }, input }) => mapImport(ctx, input)),
  correctCell: api.correctCell.handler(({ context: { ctx }, input }) => correctCell(ctx, input)),
  acceptImport: api.acceptImport.handler(({ context: { ctx }, input }) => imports.acceptImport(ctx, input)),
  rejectImport: api.rejectImport.handler(({ context: { ctx }, input }) => imports.rejectImport(ctx, input)),
  undoImport: api.undoImport.handler(({ context: { ctx }, input }) => imports.undoImport(ctx, input)),

  listFigures: api.listFigures.handler(({ context: { ctx }, input }) => listFigures(ctx, input)),
  getFigures: api.getFigures.handler(({ context: { ctx }, input }) => figures.getFigures(ctx, input)),
  listFigureChanges: api.listFigureChanges.handler(({ context: { ctx }, input }) =>
    figures.listFigureChanges(ctx, input),
  ),
  setFigure: api.setFigure.handler(({ context: { ctx }, input }) => figures.setFigure(ctx, input)),
  runChecks: api.runChecks.handler(({ context: { ctx }, input }) => checks.runChecks(ctx, input.period_id)),
  listFindings: api.listFindings.handler(({ context: { ctx }, input }) => checks.listFindings(ctx, input)),
  decideFinding: api.decideFinding.handler(({ context: { ctx }, input }) => checks.decideFinding(ctx, input)),
  decideFindings: api.decideFindings.handler(({ context: { ctx }, input }) =>
    checks.decideFindings(ctx, input),
  ),
  confirmFigures: api.confirmFigures.handler(({ context: { ctx }, input }) =>
    confirmations.confirmFigures(ctx, input),
  ),
  listConfirmations: api.listConfirmations.handler(({ context: { ctx }, input }) =>
    confirmations.listConfirmations(ctx, input),
  ),
  answerDispute: api.answerDispute.handler(({ context: { ctx }, input }) =>
    confirmations.answerDispute(ctx, input),
  ),
});
