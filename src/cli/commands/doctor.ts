// `mujun doctor`: what an operator looks at first when something is wrong.
import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import type pg from 'pg';
import { readMigrations } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/database.ts';
import type { Config } from '#server/config.ts';
import { migrationsFolder } from '#server/start.ts';
import type { Command } from '../command.ts';
import { readEnvironment } from '../server-command.ts';

type Finding = { readonly state: 'ok' | 'warning' | 'fault'; readonly zh: string; readonly en: string };

const SIGNS = { ok: '✓', warning: '!', fault: '✗' } as const;
const LEAST_FREE_GB = 5;

export const doctorCommand: Command = {
  name: 'doctor',
  summary: { zh: '检查运行环境', en: 'check the surroundings' },
  options: {},
  example: 'mujun doctor',
  run: async (_, io) => {
    const config = readEnvironment();
    const findings = [
      checkNode(),
      checkFolder(config),
      ...(await checkDatabase(config)),
      checkAddress(config),
    ];
    for (const finding of findings) io.out(`${SIGNS[finding.state]} ${finding[io.lang]}`);
    return findings.some(({ state }) => state === 'fault') ? 1 : 0;
  },
};

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 19);
  const text = `Node ${process.versions.node}`;
  return {
    state: good ? 'ok' : 'fault',
    zh: good ? text : `${text}，需要20.19或以上`,
    en: good ? text : `${text}, 20.19 or newer is needed`,
  };
}

function checkFolder({ dataDirectory: folder }: Config): Finding {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    return {
      state: 'fault',
      zh: `数据目录 ${folder} 不可写`,
      en: `the data directory ${folder} cannot be written`,
    };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / 1e9;
  const state = free < LEAST_FREE_GB ? 'warning' : 'ok';
  return {
    state,
    zh: `数据目录 ${folder}，剩余 ${free.toFixed(1)} GB`,
    en: `data directory ${folder}, ${free.toFixed(1)} GB free`,
  };
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  try {
    const database = await openDatabase(config.database);
    try {
      return await lookInto(database.pool, config);
    } finally {
      await database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      { state: 'fault', zh: `数据库打不开：${reason}`, en: `the database cannot be opened: ${reason}` },
    ];
  }
}

async function lookInto(pool: pg.Pool, config: Config): Promise<Finding[]> {
  const { rows: about } = await pool.query<{ version: string; superuser: boolean; citus: boolean }>(
    `select current_setting('server_version') as version,
            (select rolsuper from pg_roles where rolname = current_user) as superuser,
            exists (select 1 from pg_extension where extname = 'citus') as citus`,
  );
  const { version = '', superuser = false, citus = false } = about[0] ?? {};
  const kind = config.database.kind === 'embedded' ? 'PGlite' : citus ? 'PostgreSQL + Citus' : 'PostgreSQL';
  const findings: Finding[] = [{ state: 'ok', zh: `${kind} ${version}`, en: `${kind} ${version}` }];
  if (superuser && config.database.kind === 'postgres')
    findings.push({
      state: 'warning',
      zh: '以数据库超级用户连接；正式环境请用普通角色',
      en: 'connected as a superuser of the database; use an ordinary role in production',
    });
  return [
    ...findings,
    ...(await checkMigrations(pool)),
    ...(await checkRowSecurity(pool)),
    ...(await checkAudit(pool)),
  ];
}

async function checkMigrations(pool: pg.Pool): Promise<Finding[]> {
  const here = readMigrations(migrationsFolder());
  const { rows } = await pool.query<{ present: boolean }>(
    `select to_regclass('schema_migration') is not null as present`,
  );
  const applied =
    rows[0]?.present === true
      ? (await pool.query<{ name: string }>(`select name from schema_migration where name like 'core/%'`))
          .rows.length
      : 0;
  const state = applied === here.length ? 'ok' : 'warning';
  return [
    {
      state,
      zh: `数据库结构：${applied}/${here.length} 个升级文件已执行${state === 'ok' ? '' : '，请运行 mujun migrate'}`,
      en: `schema: ${applied} of ${here.length} migrations applied${state === 'ok' ? '' : '; run mujun migrate'}`,
    },
  ];
}

async function checkRowSecurity(pool: pg.Pool): Promise<Finding[]> {
  const { rows } = await pool.query<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'zone_id'
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity`,
  );
  const names = rows.map((row) => row.table).join(', ');
  if (names === '')
    return [
      {
        state: 'ok',
        zh: '行级安全已在全部业务表启用',
        en: 'row-level security is on for every table of a zone',
      },
    ];
  return [
    { state: 'fault', zh: `未启用行级安全的表：${names}`, en: `tables without row-level security: ${names}` },
  ];
}

async function checkAudit(pool: pg.Pool): Promise<Finding[]> {
  const { rows } = await pool.query<{ zones: number; broken: string | null }>(
    `select count(*)::int as zones, string_agg(h.zone_id, ', ') filter (where e.hash is distinct from h.hash and h.seq > 0) as broken
     from audit_head h left join audit_entry e on e.zone_id = h.zone_id and e.seq = h.seq`,
  );
  const { zones = 0, broken = null } = rows[0] ?? {};
  if (broken !== null)
    return [
      { state: 'fault', zh: `审计链末端不符：${broken}`, en: `the audit chain ends wrongly: ${broken}` },
    ];
  return [
    {
      state: 'ok',
      zh: `审计链末端相符（${zones} 条链；全链核验用 mujun audit verify）`,
      en: `the audit chains end as they should (${zones}; mujun audit verify walks them)`,
    },
  ];
}

function checkAddress({ url }: Config): Finding {
  if (url?.startsWith('https:') === true) return { state: 'ok', zh: `对外地址 ${url}`, en: `address ${url}` };
  return {
    state: 'warning',
    zh: '未设置https对外地址（MUJUN_URL），会话Cookie不加Secure',
    en: 'no https address is set (MUJUN_URL), so session cookies are not marked secure',
  };
}
