// Past years of the demonstration zone, evaluated, objected to and published through the use cases of the evaluation.
import { type Actor, type Ctx, type Services, transact } from '#platform/ctx.ts';
import { decideAppeal, signAppeal, submitAppeal } from '#features/evaluation/service/appeals.ts';
import { createScheme, decideScheme, submitScheme } from '#features/evaluation/service/schemes.ts';
import {
  createEvaluation,
  getEvaluation,
  performStep,
  takeStep,
} from '#features/evaluation/service/steps.ts';
import type { Transition } from '#features/evaluation/model/lifecycle.ts';
import { selectRunRows } from '#features/evaluation/store/runs.ts';

const ZONE = 'demo';
const SCHEME = 'jining-hitech-2023';

/** The calendar moves on with the year that is told. */
export async function finishedYear(services: Services, year: number): Promise<void> {
  let today = new Date(`${year + 1}-05-06T02:00:00Z`);
  const then: Services = { ...services, now: () => today };
  const caller = (actor: Actor) => ({ zone: ZONE, actor, requestId: 'demo', address: '', services: then });
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => transact(caller(actor), work);
  const version = await approvedScheme(as, year);
  const { evaluation_id: id } = await as(officer(1), (ctx) =>
    createEvaluation(ctx, {
      name: `${year}年度工业企业“亩产效益”评价`,
      period_id: String(year),
      scheme_id: SCHEME,
      scheme_version: version,
    }),
  );
  const current = () => as(officer(1), async (ctx) => (await getEvaluation(ctx, id)).evaluation);
  const step = async (transition: Transition, actor = officer(1)): Promise<void> => {
    const input = { evaluation_id: id, transition, version: (await current()).version };
    if (DIRECT.has(transition)) await as(actor, (ctx) => takeStep(ctx, input));
    else await performStep(caller(actor), input);
  };
  for (const transition of ['open_collection', 'open_confirmation', 'freeze', 'compute'] as const)
    await step(transition);
  await step('review', officer(2));
  await step('publish_notice');
  const { run_id: run } = await current();
  const appeals = await as(officer(1), (ctx) => chooseAppeals(ctx, run ?? ''));
  const submitted = [];
  for (const { enterprise, value, statement } of appeals) {
    const user: Actor = {
      ...officer(9),
      role: 'enterprise_user',
      enterpriseIds: [enterprise],
      userId: `demo-${enterprise}`,
    };
    const corrections = [{ item_id: 'tax', value }];
    submitted.push(
      await as(user, (ctx) =>
        submitAppeal(ctx, { evaluation_id: id, enterprise_id: enterprise, statement, corrections }),
      ),
    );
  }
  today = new Date(`${year + 1}-06-03T02:00:00Z`);
  await step('open_appeals');
  for (const [i, { appeal_id, version: of }] of submitted.entries()) {
    const decision = i === 0 ? 'accepted' : 'rejected';
    const reason = i === 0 ? '经税务局核实，入库税收漏计' : '经核实，原数据无误';
    const { version: proposed } = await as(officer(1), (ctx) =>
      decideAppeal(ctx, { appeal_id, decision, reason, version: of }),
    );
    await as(officer(2), (ctx) => signAppeal(ctx, { appeal_id, signature: 'signed', version: proposed }));
  }
  for (const transition of ['refreeze', 'compute'] as const) await step(transition);
  await step('review', officer(2));
  await step('finalise');
}

const DIRECT: ReadonlySet<Transition> = new Set(['open_collection', 'open_confirmation', 'open_appeals']);

const officer = (n: number): Actor => ({
  userId: `demo-${n}`,
  name: `演示办理人${n}`,
  role: 'evaluation_officer',
  via: 'job',
  parkIds: [],
  enterpriseIds: [],
});

type As = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => Promise<T>;

async function approvedScheme(as: As, year: number): Promise<number> {
  const { version } = await as(officer(1), (ctx) =>
    createScheme(ctx, { scheme_id: SCHEME, shipped: SCHEME }),
  );
  await as(officer(1), (ctx) => submitScheme(ctx, { scheme_id: SCHEME, version }));
  await as(officer(2), (ctx) =>
    decideScheme(ctx, { scheme_id: SCHEME, version, decision: 'approved', reason: `${year}年度采用` }),
  );
  return version;
}

/** The best of class B, whose corrected tax lifts it over somebody in A; and two whose claims change nothing. */
async function chooseAppeals(ctx: Ctx, run: string) {
  const best = async (inClass: string) => (await selectRunRows(ctx, run, { class: inClass, limit: 3 }))[0];
  const [b, c, d] = [await best('B'), await best('C'), await best('D')];
  return [
    { row: b, value: 9000, statement: '12月入库税收未计入' },
    { row: c, value: 100, statement: '对税收数据有异议' },
    { row: d, value: 50, statement: '对税收数据有异议' },
  ].flatMap(({ row, value, statement }) =>
    row === undefined ? [] : [{ enterprise: row.enterprise_id, value, statement }],
  );
}
