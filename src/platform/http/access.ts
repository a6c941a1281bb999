// The one place that decides whether an actor may call an endpoint.
import { AppError } from '#core/app-error.ts';
import type { Access } from '#core/endpoint.ts';
import { type Actor, PUBLIC_ACTOR } from '../ctx.ts';

/** Tokens carry their scopes beside the actor; a person has none. */
export type TokenActor = Actor & { readonly scopes?: readonly string[] };

/** Somebody known who has no role in the zone that was asked. */
export class NotAMember extends AppError {
  readonly actor: Actor;

  constructor(person: { readonly id: string; readonly name: string }) {
    super('not_a_member');
    this.actor = { ...PUBLIC_ACTOR, userId: person.id, name: person.name, via: 'session' };
  }
}

/** Returns who acts, or throws `not_signed_in` or `forbidden`. */
export function authorise(access: Access, actor: TokenActor | undefined): Actor {
  if (actor === undefined) {
    if (access.allow === 'public') return PUBLIC_ACTOR;
    throw new AppError('not_signed_in');
  }
  if (actor.via === 'token') {
    if (access.token !== undefined && actor.scopes?.includes(access.token) === true) return actor;
    if (access.allow === 'public') return PUBLIC_ACTOR;
    throw new AppError('forbidden');
  }
  if (access.allow === 'public' || access.allow === 'signed_in') return actor;
  if (access.allow.some((role) => role === actor.role)) return actor;
  throw new AppError('forbidden');
}
