// The method of a published list, for anybody who wants to know how it was made.
import { z } from 'zod';
import { ClassField, IndicatorField } from './fields.ts';
import { PublicationPath, route } from './paths.ts';

/** The scheme in sentences, as whoever is evaluated by it understands it. */
const Explained = z.strictObject({
  lead: z.string(),
  points: z.array(z.string()),
  adjustments: z.array(z.string()),
  classes: z.array(z.string()),
  /** What decides without the score. */
  outright: z.array(z.string()),
});

export const PublishedMethod = z.strictObject({
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** The document of the policy. */
  basis: z.string().nullable(),
  explained: z.strictObject({ zh: Explained, en: Explained }),
  indicators: z.array(IndicatorField),
  classes: z.array(ClassField),
  /** The whole scheme as the engine ran it. */
  text: z.string(),
});
export type PublishedMethod = z.infer<typeof PublishedMethod>;

export const methodContract = {
  getPublishedMethod: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/publications/{publication_id}/method',
      summary: '评价办法 · The method of a list',
    })
    .meta({ allow: 'public' })
    .input(PublicationPath)
    .output(PublishedMethod),
};
