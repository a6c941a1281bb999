// What the endpoints of the evaluation share: the start of each, their paths, and who runs an evaluation.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { SchemeId } from './shapes.ts';

export const route = endpoint.$route({ tags: ['evaluation'] });

export const OFFICER = ['evaluation_officer'] as const;
export const STAFF = ['leader', 'evaluation_officer'] as const;

export const SchemePath = InZone.extend({ scheme_id: SchemeId, version: z.coerce.number().int().min(1) });
export const EvaluationPath = InZone.extend({ evaluation_id: Uuid });
export const RunPath = InZone.extend({ run_id: Uuid });
export const PublicationPath = InZone.extend({ publication_id: Uuid });

export const JobStarted = z.strictObject({ job_id: Uuid });
export const Reason = z.string().trim().min(2).max(1000);
