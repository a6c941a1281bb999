// What of the address are conditions of the list; anything the server would not know is left out.
import type { EnterpriseFilter } from '#capabilities/registry/contract/enterprises.ts';

export const STATUSES = ['active', 'suspended', 'closed', 'moved_out', 'merged'] as const;
export const SCALES = ['above_scale', 'below_scale'] as const;

const TEXTS = ['search', 'park_id', 'industry', 'tag'] as const;

export function conditionsOf(filters: Readonly<Record<string, string | undefined>>): EnterpriseFilter {
  const conditions: EnterpriseFilter = {};
  for (const name of TEXTS) {
    const value = filters[name]?.trim();
    if (value !== undefined && value !== '') conditions[name] = value;
  }
  const status = STATUSES.find((one) => one === filters['status']);
  if (status !== undefined) conditions.status = status;
  const scale = SCALES.find((one) => one === filters['scale']);
  if (scale !== undefined) conditions.scale = scale;
  return conditions;
}

/** The same for a file that is streamed. */
export const conditionsText = (conditions: EnterpriseFilter): string =>
  new URLSearchParams(
    Object.entries(conditions).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
