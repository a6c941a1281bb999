// An enterprise as a form holds it, and back to what the server takes.
import type { Enterprise, EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';

export type EnterpriseFields = {
  readonly name: string;
  readonly credit_code: string;
  /** Ticked when a code whose check character does not fit was compared with the licence. */
  readonly confirm?: boolean;
  readonly industry_code: string | undefined;
  readonly park_id: string | undefined;
  readonly scale: EnterpriseInput['scale'] | undefined;
  readonly status: EnterpriseInput['status'];
  readonly tags: string[];
  readonly address: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly power: string[];
  readonly water: string[];
  readonly gas: string[];
  /** Of a change. */
  readonly reason?: string;
};

const NEW: EnterpriseFields = {
  name: '',
  credit_code: '',
  industry_code: undefined,
  park_id: undefined,
  scale: undefined,
  status: 'active',
  tags: [],
  address: '',
  longitude: null,
  latitude: null,
  power: [],
  water: [],
  gas: [],
};

/** Empty boxes are undefined, so that their placeholders show. */
export function fieldsOf(saved: Enterprise | undefined): EnterpriseFields {
  if (saved === undefined) return NEW;
  const { power = [], water = [], gas = [] } = saved.utility_accounts;
  return {
    ...NEW,
    name: saved.name,
    credit_code: saved.credit_code,
    industry_code: saved.industry_code ?? undefined,
    park_id: saved.park_id ?? undefined,
    scale: saved.scale ?? undefined,
    // Merged records are not offered for a change.
    status: saved.status === 'merged' ? 'closed' : saved.status,
    tags: saved.tags,
    address: saved.address ?? '',
    longitude: saved.longitude,
    latitude: saved.latitude,
    power,
    water,
    gas,
  };
}

export function inputOf(fields: EnterpriseFields): EnterpriseInput {
  const { power, water, gas, address } = fields;
  const kinds = { power, water, gas };
  const accounts = Object.entries(kinds).filter(([, numbers]) => numbers.length > 0);
  return {
    name: fields.name.trim(),
    credit_code: fields.credit_code,
    industry_code: fields.industry_code ?? null,
    park_id: fields.park_id ?? null,
    scale: fields.scale ?? null,
    status: fields.status,
    tags: fields.tags,
    utility_accounts: Object.fromEntries(accounts),
    address: address.trim() === '' ? null : address.trim(),
    longitude: fields.longitude,
    latitude: fields.latitude,
  };
}
