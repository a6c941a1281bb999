// GeoJSON shapes of parcels and parks, in longitude and latitude.
import { z } from 'zod';

export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof Position>;

/** The outer ring first, each ring closed. */
const Rings = z
  .array(
    z
      .array(Position)
      .min(4)
      .max(5000)
      .refine((ring) => String(ring[0]) === String(ring.at(-1)), '多边形的首尾两点应相同'),
  )
  .min(1)
  .max(20);

export const Polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: Rings });
export type Polygon = z.infer<typeof Polygon>;

/** One park in several places. */
export const MultiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(Rings).min(1).max(20),
});

export const Boundary = z.discriminatedUnion('type', [Polygon, MultiPolygon]);
export type Boundary = z.infer<typeof Boundary>;
