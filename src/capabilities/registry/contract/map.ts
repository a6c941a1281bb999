// The map of a zone: what lies between the parks, and all parcels in one answer for drawing.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { WORKING_ROLES } from '#core/roles.ts';
import { MultiPolygon, Polygon, Position } from './geometry.ts';

const Line = z.array(Position).min(2).max(5000);

const Geometry = z.discriminatedUnion('type', [
  Polygon,
  MultiPolygon,
  z.strictObject({ type: z.literal('LineString'), coordinates: Line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(Line).min(1).max(500) }),
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
]);

/** What is drawn, from the ground up: land in the sea, water, green, streets, main roads, railways, names of places. */
export const MapKind = z.enum(['land', 'water', 'green', 'street', 'road', 'railway', 'place']);
export type MapKind = z.infer<typeof MapKind>;

export const MapFeature = z.strictObject({
  type: z.literal('Feature'),
  geometry: Geometry,
  properties: z.strictObject({ kind: MapKind, name: z.string().trim().min(1).max(60).nullable() }),
});
export type MapFeature = z.infer<typeof MapFeature>;

export const MapCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(MapFeature).max(3000),
});
export type MapCollection = z.infer<typeof MapCollection>;

/** Version 0 and nothing in it until somebody brings one. */
export const ZoneMap = z.strictObject({
  map: MapCollection,
  version: z.number().int(),
  updated_at: z.iso.datetime().nullable(),
});
export type ZoneMap = z.infer<typeof ZoneMap>;

const ParcelFeature = z.strictObject({
  type: z.literal('Feature'),
  geometry: Polygon,
  properties: z.strictObject({
    parcel_id: Uuid,
    code: z.string(),
    park_id: Uuid.nullable(),
    owner_id: Uuid.nullable(),
    area_mu: z.number(),
    use_type: z.string(),
  }),
});

export const ParcelMap = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(ParcelFeature),
  /** There are more; ask park by park. */
  truncated: z.boolean(),
});
export type ParcelMap = z.infer<typeof ParcelMap>;

const route = endpoint.$route({ tags: ['registry'] });
const path = '/zones/{zone}/map' as const;

export const mapContract = {
  getZoneMap: route
    .route({ method: 'GET', path, summary: '开发区底图 · Map of the zone' })
    .meta({ allow: 'signed_in', token: 'registry:read' })
    .input(InZone)
    .output(ZoneMap),
  replaceZoneMap: route
    .route({
      method: 'PUT',
      path,
      summary: '更换底图 · Replace the map',
      description: 'GeoJSON in WGS 84, 2 MB at most. `version` is the one that is replaced, 0 for the first.',
    })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend({ map: MapCollection, version: z.number().int().min(0) }))
    .output(ZoneMap),
  getParcelMap: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/parcels/map',
      summary: '宗地图 · Parcels for drawing',
      description: 'The parcels within the reach of the caller that have been drawn.',
    })
    .meta({ allow: WORKING_ROLES, token: 'registry:read' })
    .input(InZone.extend({ park_id: Uuid.optional() }))
    .output(ParcelMap),
};
