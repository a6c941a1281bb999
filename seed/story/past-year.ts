// A finished year: evaluated, objected to, corrected where an objection was right, and published.
import { decideAppeal, signAppeal, submitAppeal } from '#features/evaluation/service/appeals.ts';
import type { Appeal } from '#features/evaluation/contract/shapes.ts';
import { selectRunRows } from '#features/evaluation/store/runs.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Cast } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { begin } from './evaluation.ts';

const SCHEME = 'jining-hitech-2023';

/** In this year the demonstration enterprise objected, in vain. */
const OWN_APPEAL = 2023;

export async function finishedYear(stage: Stage, cast: Cast, year: number): Promise<void> {
  const { officer, second } = cast;
  const on = (day: string) => stage.on(new Date(`${year + 1}-${day}T02:00:00Z`));
  on('04-20');
  const name = `${year}年度工业企业“亩产效益”评价`;
  const evaluation = await begin(stage, cast, { name, year, scheme: SCHEME });
  on('05-06');
  await evaluation.compute();
  await evaluation.step('publish_notice');
  on('05-08');
  const { run_id: run } = await evaluation.current();
  const claims = await stage.as(officer, (ctx) => chooseClaims(ctx, run ?? ''));
  const appeals: Appeal[] = [];
  for (const { enterprise, ...claim } of claims) {
    const input = { evaluation_id: evaluation.id, enterprise_id: enterprise, ...claim };
    appeals.push(await stage.as(cast.ownerOf(enterprise), (ctx) => submitAppeal(ctx, input)));
  }
  const [own = ''] = cast.enterprise.enterpriseIds;
  if (year === OWN_APPEAL) {
    const statement = '研发费用中有一笔委托外部研发支出未计入，请予核实';
    const corrections = [{ item_id: 'rd', value: 60 }];
    const input = { evaluation_id: evaluation.id, enterprise_id: own, statement, corrections };
    appeals.push(await stage.as(cast.enterprise, (ctx) => submitAppeal(ctx, input)));
  }
  on('06-03');
  await evaluation.step('open_appeals');
  for (const [i, { appeal_id, version, enterprise_id }] of appeals.entries()) {
    const decision = i === 0 ? 'accepted' : 'rejected';
    const reason = i === 0 ? '经税务局核实，入库税收漏计' : reasonAgainst(enterprise_id === own);
    const proposed = await stage.as(officer, (ctx) =>
      decideAppeal(ctx, { appeal_id, decision, reason, version }),
    );
    const signed = { appeal_id, signature: 'signed' as const, version: proposed.version };
    await stage.as(second, (ctx) => signAppeal(ctx, signed));
  }
  on('06-10');
  for (const transition of ['refreeze', 'compute'] as const) await evaluation.step(transition);
  await evaluation.step('review', second);
  await evaluation.step('finalise');
}

const reasonAgainst = (isOwn: boolean): string =>
  isOwn ? '委托外部研发支出未经技术合同登记，不予计入' : '经核实，原数据无误';

/** The best of class B, whose corrected tax lifts it over somebody in A; and two whose claims change nothing. */
async function chooseClaims(ctx: Ctx, run: string) {
  const best = async (inClass: string) => (await selectRunRows(ctx, run, { class: inClass, limit: 3 }))[0];
  const [b, c, d] = [await best('B'), await best('C'), await best('D')];
  return [
    { row: b, value: 9000, statement: '12月入库税收未计入' },
    { row: c, value: 100, statement: '对税收数据有异议' },
    { row: d, value: 50, statement: '对税收数据有异议' },
  ].flatMap(({ row, value, statement }) =>
    row === undefined
      ? []
      : [{ enterprise: row.enterprise_id, statement, corrections: [{ item_id: 'tax', value }] }],
  );
}
