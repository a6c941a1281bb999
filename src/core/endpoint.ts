// How every slice declares an endpoint: its route, and who may call it, in one place that browser and server share.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ZoneId } from './ids.ts';
import type { Role } from './roles.ts';

/** Scopes of an API token: what a department's system may do with it. */
export const TokenScope = z.enum(['figures:write', 'registry:read', 'results:read']);
export type TokenScope = z.infer<typeof TokenScope>;

/** Who may call an endpoint. Checked before anything else; the matrix of endpoints and roles is made from it. */
export type Access = {
  readonly allow: readonly Role[] | 'public' | 'signed_in';
  /** An API token with this scope may call it too. */
  readonly token?: TokenScope;
  /** The body is a file or a stream, so the server handles it outside the typed router. */
  readonly raw?: boolean;
};

/** Start of every contract. An endpoint that does not say who may call it can be called by nobody. */
export const endpoint = oc.$meta<Access>({ allow: [] });

/** Every path below /zones/{zone} carries it. */
export const InZone = z.object({ zone: ZoneId });

/** Cursor paging: `cursor` is what the previous page returned as `next`. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});

/** One page of a list; `next` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}
