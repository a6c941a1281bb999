// Use case: how a published list was made. Rules of a public evaluation are public; figures are not, and none are read.
import { AppError } from '#core/app-error.ts';
import { namesOf } from '#engine/explain/show.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PublishedMethod } from '../contract/method.ts';
import { methodWords } from '../model/method/method-words.ts';
import { selectPublication } from '../store/publications.ts';
import { selectRun } from '../store/runs.ts';
import { selectScheme } from '../store/schemes.ts';
import { classFields, indicatorFields } from './fields.ts';
import { planOf } from './schemes.ts';

export async function getPublishedMethod(ctx: Ctx, publicationId: string): Promise<PublishedMethod> {
  const publication = await selectPublication(ctx, publicationId);
  const run = publication && (await selectRun(ctx, publication.run_id));
  const scheme = run && (await selectScheme(ctx, run.scheme_id, run.scheme_version));
  if (scheme === undefined) throw new AppError('publication_not_found');
  const plan = planOf(scheme.text);
  const { title, scheme: name, basis } = plan.scheme;
  return {
    title: namesOf(title, name),
    basis: basis ?? null,
    explained: { zh: methodWords(plan, 'zh'), en: methodWords(plan, 'en') },
    indicators: indicatorFields(plan),
    classes: classFields(plan),
    text: scheme.text,
  };
}
