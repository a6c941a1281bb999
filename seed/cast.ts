// Who acts in the story: the accounts of the demonstration zone, and enterprises' people without an account.
import type { Actor } from '#platform/ctx.ts';

/** The zone before anybody has an account in it; what needs a second person is done by another. */
export const FOUNDER: Actor = {
  userId: 'demo-founder',
  name: '演示开发区筹建人员',
  role: 'evaluation_officer',
  via: 'job',
  parkIds: [],
  enterpriseIds: [],
};

export type Cast = {
  readonly officer: Actor;
  readonly second: Actor;
  readonly tax: Actor;
  readonly stats: Actor;
  /** The account of the demonstration enterprise. */
  readonly enterprise: Actor;
  /** The data officer of an office whose account nobody tries out. */
  readonly clerkOf: (office: 'industry' | 'science' | 'ecology' | 'labour') => Actor;
  /** Somebody of any other enterprise. */
  readonly ownerOf: (enterpriseId: string) => Actor;
};

export function castOf(actors: ReadonlyMap<string, Actor>): Cast {
  const named = (username: string): Actor => {
    const actor = actors.get(username);
    if (actor === undefined) throw new Error(`no account ${username}`);
    return actor;
  };
  return {
    officer: named('officer'),
    second: named('officer2'),
    tax: named('tax'),
    stats: named('stats'),
    enterprise: named('enterprise'),
    clerkOf: named,
    ownerOf: (enterpriseId) => ({
      userId: `demo-${enterpriseId}`,
      name: '演示企业经办人',
      role: 'enterprise_user',
      via: 'session',
      parkIds: [],
      enterpriseIds: [enterpriseId],
    }),
  };
}
