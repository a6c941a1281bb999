// What a role or a token may do, in the words of the endpoints' own descriptions.
import type { TokenScope } from '#core/endpoint.ts';
import type { Role } from '#core/roles.ts';
import { listEndpoints } from './openapi.ts';

/** In Chinese, as tables that people export are. What everybody may do is left out. */
export function permittedTo(
  who: { readonly role: Role } | { readonly scopes: readonly TokenScope[] },
): string[] {
  return listEndpoints()
    .filter(({ access: { allow, token } }) => {
      if ('scopes' in who) return token !== undefined && who.scopes.includes(token);
      return Array.isArray(allow) && allow.includes(who.role);
    })
    .map(({ summary }) => summary.split(' · ')[0] ?? summary);
}
