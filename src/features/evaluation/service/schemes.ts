// Use cases on schemes: bring one in, have it approved by somebody else, find the one an evaluation uses.
import { createHash } from 'node:crypto';
import { AppError } from '#core/app-error.ts';
import { hasErrors } from '#core/diagnostic.ts';
import { loadScheme, resolveScheme } from '#engine/scheme/load.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isUniqueViolation } from '#platform/db/violations.ts';
import { readShippedScheme, shippedSchemes } from '#platform/files/shipped-schemes.ts';
import type { Scheme } from '../contract/shapes.ts';
import { insertScheme, selectScheme, selectSchemes, setSchemeState } from '../store/schemes.ts';

type Which = { readonly scheme_id: string; readonly version: number };

export async function listSchemes(ctx: Ctx): Promise<{ items: Scheme[]; shipped: string[] }> {
  return { items: await selectSchemes(ctx), shipped: shippedSchemes() };
}

/** Throws `scheme_not_found`. */
export async function getScheme(ctx: Ctx, { scheme_id, version }: Which): Promise<Scheme & { text: string }> {
  const scheme = await selectScheme(ctx, scheme_id, version);
  if (scheme === undefined) throw new AppError('scheme_version_not_found', { scheme: scheme_id, version });
  return scheme;
}

/** What is stored loads alone: everything it extends is merged in. Faults are told with their place. */
export async function createScheme(
  ctx: Ctx,
  input: { scheme_id: string; text?: string | undefined; shipped?: string | undefined },
): Promise<Scheme> {
  const given = input.shipped === undefined ? input.text : readShippedScheme(input.shipped);
  if (given === undefined) throw new AppError('scheme_text_missing');
  const resolved = resolveScheme({ text: given }, (name) => {
    const text = readShippedScheme(name);
    return text === undefined ? undefined : { text };
  });
  if (resolved.text === undefined) throw new AppError('scheme_faulty', {}, resolved.diagnostics);
  const { scheme: read, diagnostics } = loadScheme({ text: resolved.text }, () => undefined);
  if (read === undefined || hasErrors(diagnostics)) throw new AppError('scheme_faulty', {}, diagnostics);
  const hash = createHash('sha256').update(resolved.text).digest('hex');
  const row = {
    scheme_id: input.scheme_id,
    title: read.title.zh ?? read.title.en ?? read.scheme,
    hash,
    text: resolved.text,
  };
  const saved = await insertScheme(ctx, row).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError('changed_meanwhile') : error;
  });
  await recordEvent(ctx, {
    action: 'create_scheme',
    object: ['scheme', `${saved.scheme_id}/${saved.version}`],
    details: { title: saved.title, hash },
  });
  return saved;
}

export async function submitScheme(ctx: Ctx, which: Which): Promise<Scheme> {
  await getScheme(ctx, which);
  const change = { state: 'submitted' as const, reason: null, decided_by: null };
  const scheme = await setSchemeState(ctx, which, ['draft'], change);
  if (scheme === undefined) throw new AppError('scheme_state_conflict');
  await recordEvent(ctx, {
    action: 'submit_scheme',
    object: ['scheme', `${which.scheme_id}/${which.version}`],
  });
  return scheme;
}

/** Approval is another person's than the author's. */
export async function decideScheme(
  ctx: Ctx,
  input: Which & { decision: 'approved' | 'draft' | 'retired'; reason: string },
): Promise<Scheme> {
  const before = await getScheme(ctx, input);
  if (input.decision === 'approved' && before.created_by === ctx.actor.userId)
    throw new AppError('another_person_needed');
  const from = input.decision === 'retired' ? (['approved'] as const) : (['submitted'] as const);
  const change = { state: input.decision, reason: input.reason, decided_by: ctx.actor.userId };
  const scheme = await setSchemeState(ctx, input, from, change);
  if (scheme === undefined) throw new AppError('scheme_state_conflict');
  await recordEvent(ctx, {
    action: 'decide_scheme',
    object: ['scheme', `${input.scheme_id}/${input.version}`],
    details: { decision: input.decision, reason: input.reason },
  });
  return scheme;
}

/** The plan of the version that a run or an evaluation is of. */
export async function planOfVersion(
  ctx: Ctx,
  { scheme_id, scheme_version: version }: { readonly scheme_id: string; readonly scheme_version: number },
): Promise<Plan> {
  return planOf((await getScheme(ctx, { scheme_id, version })).text);
}

/** A stored scheme was checked when it came in; that it no longer loads means an engine that does not know it. */
export function planOf(text: string): Plan {
  const { plan, diagnostics } = loadScheme({ text }, () => undefined);
  if (plan === undefined) throw new AppError('scheme_faulty', {}, diagnostics);
  return plan;
}
