// How an enterprise has the land it uses, and how a tenant counts.

export const OCCUPANCY_KINDS = ['own', 'untitled', 'lease_in', 'lease_out'] as const;
export const TENANT_RULES = ['separate', 'merged', 'follows', 'left_out'] as const;
