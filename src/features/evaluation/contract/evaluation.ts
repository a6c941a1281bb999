// Everything the evaluation offers.
import { adjustmentsContract } from './adjustments.ts';
import { appealsContract } from './appeals.ts';
import { correctionsContract } from './corrections.ts';
import { documentsContract } from './documents.ts';
import { evaluationsContract } from './evaluations.ts';
import { evidenceContract } from './evidence.ts';
import { fieldsContract } from './fields.ts';
import { historyContract } from './history.ts';
import { liftContract } from './lift.ts';
import { methodContract } from './method.ts';
import { overviewContract } from './overview.ts';
import { publicationsContract } from './publications.ts';
import { runsContract } from './runs.ts';
import { schemesContract } from './schemes.ts';
import { tablesContract } from './tables.ts';
import { waitingContract } from './waiting.ts';
import { yearOnYearContract } from './year-on-year.ts';

export const evaluationContract = {
  ...schemesContract,
  ...evaluationsContract,
  ...runsContract,
  ...fieldsContract,
  ...tablesContract,
  ...yearOnYearContract,
  ...overviewContract,
  ...historyContract,
  ...liftContract,
  ...waitingContract,
  ...adjustmentsContract,
  ...appealsContract,
  ...evidenceContract,
  ...publicationsContract,
  ...correctionsContract,
  ...methodContract,
  ...documentsContract,
};
