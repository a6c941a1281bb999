// The evaluated land areas of all enterprises of a period, tenants that are merged into their landlords included.
import type { LandStep, Occupancy, Treatment } from '../contract/land.ts';
import { type Area, areaOf, daysOf, landSteps, type Span } from './land-area.ts';
import { treatTenants } from './tenants.ts';

export type TreatedArea = Area & Treatment & { readonly enterprise_id: string };

const SEPARATE: Treatment = { treatment: 'separate', landlord_id: null, not_applied: null };

/**
 * A landlord and the tenants merged into it count as one: leases between them drop out on both sides, and what the tenants
 * have besides goes to the landlord. Each of these is a step of its own, so that every area is still the sum of its steps.
 */
export function landAreas(
  occupancies: readonly Occupancy[],
  period: Span,
  isSubject: (enterpriseId: string) => boolean,
): TreatedArea[] {
  const uses = byEnterprise(occupancies);
  const treatments = treatTenants(uses, period, isSubject);
  const groups = mergedGroups(treatments);
  const members = [...new Set([...uses.keys(), ...groups.keys()])];
  return members.toSorted().map((id) => {
    const treatment = treatments.get(id) ?? SEPARATE;
    const own = landSteps(uses.get(id) ?? [], period);
    const tenants = groups.get(id) ?? [];
    if (treatment.treatment === 'merged') {
      const gone = wholePeriod('merged_into_landlord', treatment.landlord_id ?? '', -sumOf(own), period);
      return { enterprise_id: id, area_mu: 0, steps: [...own, gone], ...treatment };
    }
    const taken = tenants.map((tenant) => mergedIn(id, tenant, tenants));
    const steps = [...own, ...internalLeases(id, id, tenants), ...taken];
    return { enterprise_id: id, ...areaOf(steps, daysOf(period)), ...treatment };
  });

  /** Takes back what the leases of `id` within the group of `landlord` added or took away. */
  function internalLeases(id: string, landlord: string, tenants: readonly string[]): LandStep[] {
    const group = new Set([landlord, ...tenants]);
    const internal = (uses.get(id) ?? []).filter((use) => isInternal(use, group, uses));
    return internal.flatMap((use) => {
      const [lease] = landSteps([use], period);
      if (lease === undefined || use.counterpart_id === null) return [];
      const taken = { kind: 'internal_lease' as const, enterprise_id: use.counterpart_id };
      return [{ ...lease, ...taken, amount_mu: -lease.amount_mu }];
    });
  }

  /** What a tenant has besides its leases within the group. */
  function mergedIn(landlord: string, tenant: string, tenants: readonly string[]): LandStep {
    const steps = [
      ...landSteps(uses.get(tenant) ?? [], period),
      ...internalLeases(tenant, landlord, tenants),
    ];
    return wholePeriod('tenant_merged', tenant, sumOf(steps), period);
  }
}

function wholePeriod(
  kind: 'tenant_merged' | 'merged_into_landlord',
  other: string,
  amount: number,
  period: Span,
): LandStep {
  const days = daysOf(period);
  return {
    kind,
    occupancy_id: null,
    enterprise_id: other,
    area_mu: Math.abs(amount),
    days,
    of_days: days,
    amount_mu: amount,
  };
}

const sumOf = (steps: readonly LandStep[]): number => steps.reduce((sum, step) => sum + step.amount_mu, 0);

/**
 * A lease whose two sides are in the group. Where the landlord has registered what it lets to nobody by name, that has been
 * taken from its area already, and the tenant's side must count to make up for it.
 */
function isInternal(
  { kind, enterprise_id: tenant, counterpart_id: other }: Occupancy,
  group: ReadonlySet<string>,
  uses: ReadonlyMap<string, readonly Occupancy[]>,
): boolean {
  if (other === null || !group.has(other)) return false;
  if (kind !== 'lease_in') return kind === 'lease_out';
  const let_ = (uses.get(other) ?? []).filter((use) => use.kind === 'lease_out');
  const named = let_.some((use) => use.counterpart_id === tenant);
  return named || !let_.some((use) => use.counterpart_id === null);
}

/** Tenants by the landlord they are merged into. */
function mergedGroups(treatments: ReadonlyMap<string, Treatment>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, { treatment, landlord_id: landlord }] of treatments) {
    if (treatment !== 'merged' || landlord === null) continue;
    groups.set(landlord, [...(groups.get(landlord) ?? []), id]);
  }
  return groups;
}

function byEnterprise(occupancies: readonly Occupancy[]): Map<string, Occupancy[]> {
  const groups = new Map<string, Occupancy[]>();
  for (const use of occupancies) {
    const group = groups.get(use.enterprise_id);
    if (group === undefined) groups.set(use.enterprise_id, [use]);
    else group.push(use);
  }
  return groups;
}
