// What people upload is what their program wrote; anything that is not one area is refused before it is sent.
import { expect, test } from 'vitest';
import { readBoundary } from './read-boundary.ts';

const ring = [
  [116, 35],
  [116.1, 35],
  [116.1, 35.1],
  [116, 35],
];
const shape = { type: 'Polygon', coordinates: [ring] };
const feature = { type: 'Feature', properties: {}, geometry: shape };

test.each([
  ['the shape alone', shape],
  ['a feature', feature],
  ['a collection of one', { type: 'FeatureCollection', features: [feature] }],
  ['positions with heights', { type: 'Polygon', coordinates: [ring.map((place) => [...place, 12.5])] }],
])('%s is an area', (_, value) => expect(readBoundary(JSON.stringify(value))).toEqual(shape));

test.each([
  ['no JSON', 'PK'],
  ['a point', JSON.stringify({ type: 'Point', coordinates: [116, 35] })],
  ['two areas', JSON.stringify({ type: 'FeatureCollection', features: [feature, feature] })],
  ['nothing', 'null'],
])('%s is none', (_, text) => expect(readBoundary(text)).toBeUndefined());
