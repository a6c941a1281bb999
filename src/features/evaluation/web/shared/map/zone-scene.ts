// The ground, the parks and the parcels of a zone as the map draws them, each parcel in the colour of who sits on it.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import type { Ground, Scene } from '#web/map/scene.ts';

export type ParcelFeature = Answer<typeof api.registry.getParcelMap>['features'][number];

const LONG = 600_000;

export type ZoneShapes = {
  readonly ground: readonly Ground[];
  readonly parks: Answer<typeof api.registry.listParks>['items'];
  readonly parcels: readonly ParcelFeature[];
  readonly parcelById: ReadonlyMap<string, ParcelFeature['properties']>;
};

export function useZoneShapes(): ZoneShapes | undefined {
  const zone = useZone();
  const map = useQuery({
    queryKey: ['zone map', zone],
    queryFn: () => api.registry.getZoneMap({ zone }),
    staleTime: LONG,
    structuralSharing: false,
  });
  const parks = useQuery({
    queryKey: ['parks', zone],
    queryFn: () => api.registry.listParks({ zone }),
    staleTime: LONG,
  });
  const parcels = useQuery({
    queryKey: ['parcel map', zone],
    queryFn: () => api.registry.getParcelMap({ zone }),
    staleTime: LONG,
    structuralSharing: false,
  });
  return useMemo(() => {
    if (map.data === undefined || parks.data === undefined || parcels.data === undefined) return undefined;
    return {
      ground: map.data.map.features,
      parks: parks.data.items,
      parcels: parcels.data.features,
      parcelById: new Map(parcels.data.features.map(({ properties }) => [properties.parcel_id, properties])),
    };
  }, [map.data, parks.data, parcels.data]);
}

export function sceneOf(shapes: ZoneShapes, fillOf: (parcel: ParcelFeature['properties']) => string): Scene {
  return {
    ground: shapes.ground,
    districts: shapes.parks.flatMap(({ park_id, name, boundary }) =>
      boundary === null ? [] : [{ id: park_id, name, shape: boundary }],
    ),
    lots: shapes.parcels.map(({ properties, geometry }) => ({
      id: properties.parcel_id,
      shape: geometry,
      fill: fillOf(properties),
    })),
  };
}
