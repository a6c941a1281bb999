// What happens around every endpoint of a zone: authorise, one transaction, once per idempotency key, errors as failures.
import { ORPCError, os, ValidationError } from '@orpc/server';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import type { Access } from '#core/endpoint.ts';
import { type Caller, transact } from '../ctx.ts';
import { asAppError } from '../db/zone-transaction.ts';
import { authorise } from './access.ts';
import { earlierAnswer, saveAnswer } from './idempotency.ts';
import { type Failure, failureOf } from './problem.ts';
import type { RequestContext } from './request-context.ts';

/**
 * A slice's routes start with it: `implement(contract).$context<RequestContext>().use(zoneWork)`. Handlers then find
 * `context.ctx`, the transaction and the actor in it.
 */
export const zoneWork = os
  .$context<RequestContext>()
  .middleware(async ({ context, next, path, procedure }, input) => {
    try {
      const caller = await authorisedCaller(context, procedure['~orpc'].meta as Access);
      return await transact(caller, async (ctx) => {
        const key = context.idempotencyKey;
        if (key === undefined) return next({ context: { ctx } });
        const fingerprint = JSON.stringify([path, input]);
        const earlier = await earlierAnswer(ctx, key, fingerprint);
        if (earlier !== undefined) return { output: earlier.output, context: { ctx } };
        const result = await next({ context: { ctx } });
        await saveAnswer(ctx, key, fingerprint, result.output);
        return result;
      });
    } catch (error) {
      throw asRouterError(error);
    }
  });

/** For the few endpoints whose work is not one transaction of the zone: they find `context.caller` and open their own. */
export const zoneCaller = os.$context<RequestContext>().middleware(async ({ context, next, procedure }) => {
  try {
    const caller = await authorisedCaller(context, procedure['~orpc'].meta as Access);
    return await next({ context: { caller } });
  } catch (error) {
    throw asRouterError(error);
  }
});

/** For what belongs to no zone: handlers find `context.actor`, a person of whom only the name is known. */
export const signedIn = os.$context<RequestContext>().middleware(async ({ context, next, procedure }) => {
  try {
    const actor = authorise(procedure['~orpc'].meta as Access, await context.identify());
    return await next({ context: { actor } });
  } catch (error) {
    throw asRouterError(error);
  }
});

/** Also the door of endpoints that take or give files and so live outside the router. */
export async function authorisedCaller(context: RequestContext, access: Access): Promise<Caller> {
  const { zone, services, requestId, address } = context;
  if (zone === undefined) throw new AppError('zone_not_found');
  const actor = authorise(access, await context.identify());
  return { zone, actor, requestId, address, services };
}

/** Our errors leave the router as one of its own that carries the failure. */
function asRouterError(thrown: unknown): unknown {
  const error = asAppError(thrown);
  if (!(error instanceof AppError)) return error;
  const failure = failureOf(error);
  return new ORPCError(failure.code, { status: failure.status, data: failure, cause: error });
}

/** What the router ended with, whoever threw it. */
export function routerFailure(error: unknown): Failure {
  // A body that is no JSON; ours never parses anything else on the way.
  if (error instanceof SyntaxError) return { code: 'invalid_input', status: 400 };
  if (!(error instanceof ORPCError)) return failureOf(asAppError(error));
  const { cause } = error;
  if (cause instanceof AppError) return failureOf(cause);
  if (error.code === 'BAD_REQUEST') {
    const issues = cause instanceof ValidationError ? (cause.issues as z.core.$ZodIssue[]) : [];
    return { code: 'invalid_input', status: 400, issues };
  }
  return { code: 'internal_error', status: 500 };
}
