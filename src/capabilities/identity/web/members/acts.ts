// What each administrator may do with an account. The server decides; this spares them refusals.
import type { Role } from '#core/roles.ts';
import type { Membership } from '#capabilities/identity/contract.ts';

export type Act = 'approve' | 'end' | 'reset' | 'disable' | 'enable' | 'unlock' | 'endSessions';

export function actsOf(role: Role | undefined, member: Pick<Membership, 'state' | 'disabled'>): Act[] {
  const live = member.state === 'active';
  if (role === 'security_admin') {
    if (member.state === 'proposed') return ['approve', 'end'];
    return live ? ['end', 'endSessions'] : [];
  }
  if (role !== 'system_admin' || member.state === 'ended') return [];
  return [
    'reset',
    'unlock',
    member.disabled ? 'enable' : 'disable',
    ...(live ? (['endSessions'] as const) : []),
  ];
}
