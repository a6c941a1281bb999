// How tenants without land of their own are evaluated: which rule of a lease applies, and whose evaluation they are part of.
import type { Occupancy, Treatment } from '../contract/land.ts';
import { landSteps, type Span } from './land-area.ts';

const SEPARATE: Treatment = { treatment: 'separate', landlord_id: null, not_applied: null };
const separate = (why: Treatment['not_applied']): Treatment => ({ ...SEPARATE, not_applied: why });

/**
 * By enterprise, of those that use land in the period. The rule is that of the largest lease of the period; it applies to
 * who has no land of its own. A landlord that is a tenant itself passes its tenants on; on the way, one link that only
 * follows makes all of it follow, because figures that count nowhere cannot be carried further.
 */
export function treatTenants(
  uses: ReadonlyMap<string, readonly Occupancy[]>,
  period: Span,
  isSubject: (enterpriseId: string) => boolean,
): ReadonlyMap<string, Treatment> {
  const stated = new Map([...uses].map(([id, list]) => [id, statedTreatment(list, period)]));
  const done = new Map<string, Treatment>();

  function resolve(id: string): Treatment {
    const known = done.get(id);
    if (known !== undefined) return known;
    const treatment = resolved(id, stated.get(id) ?? SEPARATE);
    done.set(id, treatment);
    return treatment;
  }

  function resolved(id: string, own: Treatment): Treatment {
    if (own.landlord_id === null) return own;
    if (leadsBack(id, (at) => stated.get(at)?.landlord_id)) return separate('landlord_circular');
    const landlord = resolve(own.landlord_id);
    if (landlord.treatment === 'left_out') return separate('landlord_not_evaluated');
    if (landlord.treatment === 'separate')
      return isSubject(own.landlord_id) ? own : separate('landlord_not_evaluated');
    const merged = own.treatment === 'merged' && landlord.treatment === 'merged';
    return { ...landlord, treatment: merged ? 'merged' : 'follows' };
  }

  return new Map([...stated.keys()].map((id) => [id, resolve(id)]));
}

function statedTreatment(list: readonly Occupancy[], period: Span): Treatment {
  const held = list.map((use) => ({ use, amount: amountOf(use, period) }));
  const [first, ...others] = held.filter(({ use, amount }) => use.kind === 'lease_in' && amount > 0);
  if (first === undefined) return SEPARATE;
  const { use: main } = others.reduce((best, lease) => (lease.amount > best.amount ? lease : best), first);
  const rule = main.tenant_rule ?? 'separate';
  if (rule === 'separate') return SEPARATE;
  if (held.some(({ use, amount }) => (use.kind === 'own' || use.kind === 'untitled') && amount > 0))
    return separate('owns_land');
  if (rule === 'left_out') return { ...SEPARATE, treatment: rule };
  if (main.counterpart_id === null) return separate('landlord_unknown');
  return { treatment: rule, landlord_id: main.counterpart_id, not_applied: null };
}

/** Land over the days of the period it was held for, before what is under construction or not usable. */
function amountOf(use: Occupancy, period: Span): number {
  return Math.abs(landSteps([use], period)[0]?.amount_mu ?? 0);
}

/** Whether the landlord of the landlord … of an enterprise is the enterprise itself. */
function leadsBack(start: string, landlordOf: (id: string) => string | null | undefined): boolean {
  const seen = new Set<string>();
  let at = landlordOf(start);
  while (typeof at === 'string' && at !== start && !seen.has(at)) {
    seen.add(at);
    at = landlordOf(at);
  }
  return at === start;
}
