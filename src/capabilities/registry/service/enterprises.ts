// Use cases on enterprises.
import { AppError } from '#core/app-error.ts';
import { checkCreditCode } from '#core/credit-code.ts';
import type { Diagnostic } from '#core/diagnostic.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pageFrom, writeCursor } from '#platform/db/cursor.ts';
import { isForeignKeyViolation, isUniqueViolation } from '#platform/db/violations.ts';
import type {
  Enterprise,
  EnterpriseFilter,
  EnterpriseInput,
  EnterpriseQuery,
  EnterpriseVersion,
} from '../contract/enterprises.ts';
import {
  countEnterpriseRows,
  insertEnterpriseRows,
  selectByCreditCodes,
  selectEnterprise,
  selectEnterprises,
  selectVersions,
  updateEnterpriseRow,
} from '../store/enterprises.ts';
import { keepInitials } from './search.ts';

export async function listEnterprises(
  ctx: Ctx,
  query: EnterpriseQuery,
): Promise<{ items: Enterprise[]; next: string | null }> {
  const rows = await selectEnterprises(ctx, query);
  return pageFrom(rows, query.limit, (row) => writeCursor(row[query.sort], row.enterprise_id));
}

export async function countEnterprises(ctx: Ctx, filter: EnterpriseFilter): Promise<{ count: number }> {
  return { count: await countEnterpriseRows(ctx, filter) };
}

/** Throws `enterprise_not_found`, also for one out of the actor's reach. */
export async function getEnterprise(ctx: Ctx, id: string): Promise<Enterprise> {
  const enterprise = await selectEnterprise(ctx, id);
  if (enterprise === undefined) throw new AppError('enterprise_not_found');
  return enterprise;
}

export async function createEnterprise(
  ctx: Ctx,
  input: EnterpriseInput & { confirm: boolean },
): Promise<Enterprise> {
  const [row = input] = checkedRows([input], input.confirm);
  const id = ctx.services.newId();
  await saved(
    insertEnterpriseRows(ctx, [{ ...plain(row), enterprise_id: id }], ctx.actor.userId),
    row.credit_code,
  );
  await keepInitials(ctx, [{ enterprise_id: id, name: row.name }]);
  await recordEvent(ctx, {
    action: 'create_enterprise',
    object: ['enterprise', id],
    details: { credit_code: row.credit_code, name: row.name },
  });
  return getEnterprise(ctx, id);
}

export async function updateEnterprise(
  ctx: Ctx,
  input: EnterpriseInput & {
    enterprise_id: string;
    version: number;
    confirm: boolean;
    reason?: string | undefined;
  },
): Promise<Enterprise> {
  const before = await getEnterprise(ctx, input.enterprise_id);
  const [row = input] = checkedRows([input], input.confirm || before.credit_code === input.credit_code);
  const change = { ...plain(row), enterprise_id: input.enterprise_id, version: input.version };
  const after = await saved(updateEnterpriseRow(ctx, change, input.reason), row.credit_code);
  if (after === undefined) throw new AppError('changed_meanwhile');
  if (after.name !== before.name) await keepInitials(ctx, [after]);
  await recordEvent(ctx, {
    action: 'update_enterprise',
    object: ['enterprise', after.enterprise_id],
    details: { changed: changedFields(before, after), reason: input.reason ?? '' },
  });
  return after;
}

/** Creates what has a new credit code, updates what differs; all rows or none. */
export async function importEnterprises(
  ctx: Ctx,
  input: { rows: EnterpriseInput[]; confirm: boolean },
): Promise<{ created: number; updated: number; unchanged: number }> {
  const rows = checkedRows(input.rows, input.confirm);
  const known = await selectByCreditCodes(
    ctx,
    rows.map((row) => row.credit_code),
  );
  const byCode = new Map(known.map((enterprise) => [enterprise.credit_code, enterprise]));
  const created = rows
    .filter((row) => !byCode.has(row.credit_code))
    .map((row) => ({ ...plain(row), enterprise_id: ctx.services.newId() }));
  await saved(insertEnterpriseRows(ctx, created, ctx.actor.userId), '');
  const named: { enterprise_id: string; name: string }[] = [...created];
  let updated = 0;
  for (const row of rows) {
    const before = byCode.get(row.credit_code);
    if (before === undefined || changedFields(before, { ...before, ...plain(row) }).length === 0) continue;
    const { enterprise_id, version } = before;
    await saved(
      updateEnterpriseRow(ctx, { ...plain(row), enterprise_id, version }, undefined),
      row.credit_code,
    );
    if (row.name !== before.name) named.push({ enterprise_id, name: row.name });
    updated += 1;
  }
  await keepInitials(ctx, named);
  const counts = { created: created.length, updated, unchanged: rows.length - created.length - updated };
  await recordEvent(ctx, { action: 'import_enterprises', object: ['zone', ctx.zone], details: counts });
  return counts;
}

export async function listEnterpriseVersions(ctx: Ctx, id: string): Promise<{ items: EnterpriseVersion[] }> {
  await getEnterprise(ctx, id);
  return { items: await selectVersions(ctx, id) };
}

/** Codes normalised and checked. A wrong shape is refused; a wrong check digit needs somebody's confirmation. */
function checkedRows(rows: readonly EnterpriseInput[], confirmed: boolean): EnterpriseInput[] {
  const findings: Diagnostic[] = [];
  const rowOf = new Map<string, number>();
  const checked = rows.map((row, i) => {
    const { code, problems } = checkCreditCode(row.credit_code);
    const path = ['rows', i, 'credit_code'];
    for (const problem of problems) {
      const severity = problem === 'length' || problem === 'charset' ? 'error' : 'warning';
      findings.push({ code: `credit_code_${problem}`, severity, path, params: { code } });
    }
    const first = rowOf.get(code);
    if (first !== undefined)
      findings.push({
        code: 'credit_code_twice',
        severity: 'error',
        path,
        params: { code, first: first + 1 },
      });
    rowOf.set(code, first ?? i);
    return { ...row, credit_code: code };
  });
  const blocking = findings.filter(({ severity }) => severity === 'error' || !confirmed);
  if (blocking.length > 0) throw new AppError('enterprise_rows_faulty', { count: blocking.length }, blocking);
  return checked;
}

/** The fields of an enterprise alone, whatever else came with the request. */
function plain(row: EnterpriseInput): EnterpriseInput {
  return {
    credit_code: row.credit_code,
    name: row.name,
    park_id: row.park_id,
    industry_code: row.industry_code,
    scale: row.scale,
    status: row.status,
    tags: row.tags,
    utility_accounts: row.utility_accounts,
    address: row.address,
    longitude: row.longitude,
    latitude: row.latitude,
  };
}

function changedFields(before: Enterprise, after: Enterprise): string[] {
  const fields = Object.keys(before) as (keyof Enterprise)[];
  return fields.filter(
    (field) => field !== 'version' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

async function saved<T>(saving: Promise<T>, code: string): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('credit_code_taken', { code });
    if (isForeignKeyViolation(error)) throw new AppError('park_not_found');
    throw error;
  }
}
