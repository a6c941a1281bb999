// Who may act in a zone. One account has one role there, so the three administrators exclude one another by structure.
import { z } from 'zod';

export const Role = z.enum([
  'leader',
  'evaluation_officer',
  'data_officer',
  'park_manager',
  'enterprise_user',
  'expert',
  'system_admin',
  'security_admin',
  'audit_admin',
]);
export type Role = z.infer<typeof Role>;

export const ADMIN_ROLES = [
  'system_admin',
  'security_admin',
  'audit_admin',
] as const satisfies readonly Role[];

/** Everybody who works with the zone's data; administrators do not. */
export const WORKING_ROLES = [
  'leader',
  'evaluation_officer',
  'data_officer',
  'park_manager',
  'enterprise_user',
  'expert',
] as const satisfies readonly Role[];

/** How much of a zone an actor sees; the database enforces it row by row. */
export type Reach = 'zone' | 'park' | 'enterprise' | 'public';

export function reachOf(role: Role): Reach {
  if (role === 'park_manager') return 'park';
  return role === 'enterprise_user' ? 'enterprise' : 'zone';
}
