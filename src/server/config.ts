// What the environment may set. Everything has a default, so that the product starts with none of it.
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import { Role } from '#core/roles.ts';
import type { DatabaseConfig } from '#platform/db/database.ts';

const Environment = z.object({
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  MUJUN_DATA: z.string().min(1).default('data'),
  MUJUN_HOST: z.string().min(1).default('127.0.0.1'),
  MUJUN_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address people use, such as https://mujun.example.gov.cn; cookies are bound to it. */
  MUJUN_URL: z.url().optional(),
  /** Signs session cookies. Without it one is made and kept in the data directory. */
  MUJUN_SECRET: z.string().min(32).optional(),
  /** Number of reverse proxies in front, whose X-Forwarded-For is believed. */
  MUJUN_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** The synthetic demonstration zone; unless stated, only in an embedded database that is empty. */
  MUJUN_DEMO: z.enum(['yes', 'no']).optional(),
  NODE_ENV: z.string().optional(),
  MUJUN_OIDC_ISSUER: z.url().optional(),
  MUJUN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  MUJUN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Roles that need a second factor, separated by commas, or `none`; see `secondFactor` below. */
  MUJUN_SECOND_FACTOR: z
    .string()
    .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((role) => role.trim())))
    .pipe(z.array(Role))
    .optional(),
  /** Monitoring from another machine has to send it; from this one it needs none. */
  MUJUN_METRICS_TOKEN: z.string().min(16).optional(),
  /** Seconds after which the job of a process that went silent is given to another one. */
  MUJUN_JOB_SILENCE: z.coerce.number().int().min(5).max(3600).default(45),
  MUJUN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  MUJUN_DB_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
});

export type Config = {
  readonly database: DatabaseConfig;
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly url: string | undefined;
  readonly secret: string | undefined;
  readonly proxies: number;
  readonly demo: boolean;
  /** Where real work is done, nobody is told of accounts whose password is known. */
  readonly production: boolean;
  readonly oidc:
    | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
    | undefined;
  /** Undefined: the three administrators, but nobody in a demonstration zone, whose passwords everybody knows. */
  readonly secondFactor: readonly Role[] | undefined;
  readonly metricsToken: string | undefined;
  readonly jobSilenceMs: number;
  readonly logLevel: string;
};

export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError('setting_invalid', {
      name: String(issue?.path[0] ?? ''),
      problem: issue?.message ?? '',
    });
  }
  const set = parsed.data;
  const dataDirectory = path.resolve(set.MUJUN_DATA);
  const production = set.NODE_ENV === 'production';
  return {
    database:
      set.DATABASE_URL === undefined
        ? { kind: 'embedded', directory: dataDirectory }
        : { kind: 'postgres', url: set.DATABASE_URL, connections: set.MUJUN_DB_CONNECTIONS },
    dataDirectory,
    host: set.MUJUN_HOST,
    port: set.MUJUN_PORT,
    url: set.MUJUN_URL,
    secret: set.MUJUN_SECRET,
    proxies: set.MUJUN_PROXIES,
    // Its accounts have a password that everybody knows: in production only where it is asked for.
    demo:
      set.MUJUN_DEMO === undefined ? set.DATABASE_URL === undefined && !production : set.MUJUN_DEMO === 'yes',
    production,
    oidc: oidcOf(set),
    secondFactor: set.MUJUN_SECOND_FACTOR,
    metricsToken: set.MUJUN_METRICS_TOKEN,
    jobSilenceMs: set.MUJUN_JOB_SILENCE * 1000,
    logLevel: set.MUJUN_LOG,
  };
}

/** All three, or none: half a provider would fail only when the first person signs in. */
function oidcOf(set: z.infer<typeof Environment>): Config['oidc'] {
  const {
    MUJUN_OIDC_ISSUER: issuer,
    MUJUN_OIDC_CLIENT_ID: clientId,
    MUJUN_OIDC_CLIENT_SECRET: clientSecret,
  } = set;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined)
    return { issuer, clientId, clientSecret };
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  throw new AppError('setting_invalid', {
    name: 'MUJUN_OIDC_*',
    problem: 'ISSUER, CLIENT_ID, CLIENT_SECRET',
  });
}
