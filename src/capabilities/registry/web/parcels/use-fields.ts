// A use of land as a form holds it, and back to what the server takes.
import type { NewOccupancy, Occupancy } from '#capabilities/registry/contract/land.ts';

export type UseFields = {
  readonly kind: NewOccupancy['kind'];
  readonly parcel_id: string | undefined;
  readonly counterpart_id?: string | undefined;
  readonly land_area_mu: number | null;
  readonly floor_area_m2: number | null;
  readonly plot_ratio: number | null;
  readonly under_construction_mu: number | null;
  readonly not_usable_mu: number | null;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly tenant_rule?: NonNullable<NewOccupancy['tenant_rule']> | undefined;
  /** Of a change. */
  readonly reason?: string;
};

const NEW: UseFields = {
  kind: 'own',
  parcel_id: undefined,
  land_area_mu: null,
  floor_area_m2: null,
  plot_ratio: null,
  under_construction_mu: 0,
  not_usable_mu: 0,
  starts_on: '',
  ends_on: '',
};

/** Empty boxes are undefined, so that nothing is chosen in them. */
export function fieldsOf(saved: Occupancy | undefined): UseFields {
  if (saved === undefined) return NEW;
  const { occupancy_id: _, enterprise_id: _enterprise, version: _version, ...fields } = saved;
  return {
    ...fields,
    parcel_id: saved.parcel_id ?? undefined,
    counterpart_id: saved.counterpart_id ?? undefined,
    ends_on: saved.ends_on ?? '',
    tenant_rule: saved.tenant_rule ?? undefined,
  };
}

/** What a kind does not have is left out. */
export function inputOf(fields: Omit<UseFields, 'reason'>): NewOccupancy {
  const lease = fields.kind === 'lease_in' || fields.kind === 'lease_out';
  return {
    kind: fields.kind,
    parcel_id: fields.parcel_id ?? null,
    counterpart_id: lease ? (fields.counterpart_id ?? null) : null,
    land_area_mu: fields.land_area_mu,
    floor_area_m2: fields.floor_area_m2,
    plot_ratio: fields.plot_ratio,
    under_construction_mu: fields.under_construction_mu ?? 0,
    not_usable_mu: fields.not_usable_mu ?? 0,
    starts_on: fields.starts_on,
    ends_on: fields.ends_on === '' ? null : fields.ends_on,
    tenant_rule: fields.kind === 'lease_in' ? (fields.tenant_rule ?? null) : null,
  };
}
