// Who acts in the story: the accounts of the demonstration zone, and people without an account where one more is needed.
import type { Role } from '#core/roles.ts';
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
  /** Somebody of an office that has no account. */
  readonly clerkOf: (office: string, name: string) => Actor;
  /** Somebody of any other enterprise. */
  readonly ownerOf: (enterpriseId: string) => Actor;
};

export function castOf(actors: ReadonlyMap<string, Actor>, offices: ReadonlyMap<string, string>): Cast {
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
    clerkOf: (office, name) => {
      const officeId = offices.get(office);
      const clerk = extra(`demo-${office}`, `演示${name}数据员`, 'data_officer');
      return officeId === undefined ? clerk : { ...clerk, officeId };
    },
    ownerOf: (enterpriseId) => ({
      ...extra(`demo-${enterpriseId}`, '演示企业经办人', 'enterprise_user'),
      enterpriseIds: [enterpriseId],
    }),
  };
}

const extra = (userId: string, name: string, role: Role): Actor => ({
  userId,
  name,
  role,
  via: 'session',
  parkIds: [],
  enterpriseIds: [],
});
