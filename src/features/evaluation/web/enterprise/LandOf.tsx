// The land an enterprise is evaluated on: parcels on the map, and every step from what it has to what counts.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readPalette } from '#web/charts/palette.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { ParcelMap } from '#web/map/ParcelMap.tsx';
import { boxAround, type Box } from '#web/map/scene.ts';
import { fixed, signed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import type { LandArea, LandStep } from '#capabilities/registry/contract/land.ts';
import { sceneOf, useZoneShapes } from '../shared/map/zone-scene.ts';
import { ENTERPRISE } from './enterprise-words.ts';

type Props = { readonly enterpriseId: string; readonly periodId: string | undefined };

export function LandOf({ enterpriseId, periodId }: Props) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  const area = useQuery({
    queryKey: ['land area', zone, periodId, enterpriseId],
    queryFn: async () => {
      try {
        return await api.registry.getLandArea({
          zone,
          period_id: periodId ?? '',
          enterprise_id: enterpriseId,
        });
      } catch (error) {
        // Nothing was computed for it: that is an answer, not a failure.
        if (problemOf(error).body.status === 404) return null;
        throw error;
      }
    },
    enabled: periodId !== undefined,
  });
  return (
    <Section title={t.land} aside={area.data ? t.evaluatedArea(fixed(area.data.area_mu)) : ''}>
      <div className="mj-land">
        <OwnMap enterpriseId={enterpriseId} />
        {area.data ? <Steps area={area.data} /> : <p className="meta">{t.noLand}</p>}
      </div>
    </Section>
  );
}

function OwnMap({ enterpriseId }: { readonly enterpriseId: string }) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  const shapes = useZoneShapes();
  const uses = useQuery({
    queryKey: ['occupancies', zone, enterpriseId],
    queryFn: () => api.registry.listOccupancies({ zone, enterprise_id: enterpriseId }),
  });
  const own = useMemo(() => {
    const used = new Set(uses.data?.items.map(({ parcel_id }) => parcel_id));
    return shapes?.parcels.filter(
      ({ properties }) => properties.owner_id === enterpriseId || used.has(properties.parcel_id),
    );
  }, [shapes, uses.data, enterpriseId]);
  const scene = useMemo(() => {
    if (shapes === undefined || own === undefined) return undefined;
    const palette = readPalette();
    const ids = new Set(own.map(({ properties }) => properties.parcel_id));
    return sceneOf(shapes, ({ parcel_id }) => (ids.has(parcel_id) ? palette.accent : palette.neutral));
  }, [shapes, own]);
  const box = useMemo(() => {
    const owned = own?.filter(({ properties }) => properties.owner_id === enterpriseId) ?? [];
    // A storey rented at the other end of the zone would make the own lot a dot.
    return widened(boxAround((owned.length > 0 ? owned : (own ?? [])).map(({ geometry }) => geometry)));
  }, [own, enterpriseId]);
  if (scene === undefined || own === undefined) return <Loading rows={3} />;
  if (own.length === 0) return <p className="meta">{t.noLand}</p>;
  return (
    <ParcelMap
      scene={scene}
      box={box}
      height={260}
      describe={(id) => {
        const parcel = shapes?.parcelById.get(id);
        return `${parcel?.code ?? ''} ${fixed(parcel?.area_mu)} ${t.mu}`;
      }}
      onSelect={() => {}}
    />
  );
}

/** A parcel alone would fill the map; its surroundings say where it lies. */
function widened(box: Box | undefined): Box | undefined {
  if (box === undefined) return undefined;
  const [west, south, east, north] = box;
  const by = Math.max(east - west, north - south, 0.001) * 2;
  return [west - by, south - by, east + by, north + by];
}

function Steps({ area }: { readonly area: LandArea }) {
  const t = useWords(ENTERPRISE);
  const names: Readonly<Record<LandStep['kind'], string>> = {
    own: t.stepOwn,
    untitled: t.stepUntitled,
    lease_in: t.stepLeaseIn,
    lease_out: t.stepLeaseOut,
    under_construction: t.stepConstruction,
    not_usable: t.stepNotUsable,
    below_zero: t.stepBelowZero,
    internal_lease: t.stepInternal,
    tenant_merged: t.stepTenant,
    merged_into_landlord: t.stepMerged,
  };
  return (
    <div className="mj-steps" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{t.step}</th>
            <th className="num">{`${t.area} (${t.mu})`}</th>
            <th className="num">{t.days}</th>
            <th className="num">{`${t.counted} (${t.mu})`}</th>
          </tr>
        </thead>
        <tbody>
          {area.steps.map((step, i) => (
            <tr key={`${step.kind} ${step.occupancy_id ?? i}`}>
              <td>{names[step.kind]}</td>
              <td className="num">{fixed(step.area_mu)}</td>
              <td className="num">{`${step.days} / ${step.of_days}`}</td>
              <td className="num">{signed(step.amount_mu)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>{t.total}</td>
            <td className="num">{fixed(area.area_mu)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
