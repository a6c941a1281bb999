// A zone of ten enterprises in two parks, with two years evaluated through the use cases, as far as a test wants it.
import { uuidV7 } from '#core/ids.ts';
import { randomBytes } from 'node:crypto';
import { createItem } from '#capabilities/collection/service/items.ts';
import { NewItem } from '#capabilities/collection/contract/items.ts';
import { applyFigures } from '#capabilities/collection/store/figures.ts';
import { EnterpriseInput } from '#capabilities/registry/contract/enterprises.ts';
import { createOffice, createPark, createPeriod } from '#capabilities/registry/service/places.ts';
import { insertEnterpriseRows } from '#capabilities/registry/store/enterprises.ts';
import { createScheme, decideScheme, submitScheme } from '#features/evaluation/service/schemes.ts';
import {
  createEvaluation,
  getEvaluation,
  performStep,
  takeStep,
} from '#features/evaluation/service/steps.ts';
import type { Transition } from '#features/evaluation/model/lifecycle.ts';
import { type Actor, type Ctx, type Services, transact } from '#platform/ctx.ts';
import { creditCode } from '#seed/credit-codes.ts';
import { actor, type TestApp, testApp } from './app.ts';

/** Best two A, five B, two C, the last D; one input of a service enterprise is a choice of its industry. */
export const YEAR_SCHEME = `format: 1
scheme: year
version: 1
title: { zh: 年度评价, en: Year }
subject: enterprise
inputs:
  tax: { zh: 税收, en: Tax, unit: 万元, source: 税务局 }
  energy: { zh: 综合能耗, en: Energy, unit: 吨标准煤, min: 0, source: 统计局 }
  land: { zh: 用地面积, en: Land, unit: 亩, min: 0, exclusive: true, source: 自然资源局 }
indicators:
  tax_per_mu: { zh: 亩均税收, en: Tax per mu, value: tax / land, unit: 万元/亩, weight: 80, score: { ratio: 50, cap: 1 } }
  tax_per_energy: { zh: 单位能耗税收, en: Tax per energy, value: tax / energy, unit: 万元/吨标准煤, weight: 20, score: { ratio: 5, cap: 1 } }
classes:
  quotas: { A: 20%, B: 50%, C: 20%, D: 10% }
`;

/** By year: 企业1 is the best of 2025, 企业10 the best of 2024. */
export const TAXES: Readonly<Record<string, readonly number[]>> = {
  '2024': [20, 140, 150, 260, 270, 280, 290, 300, 420, 450],
  '2025': [450, 420, 300, 290, 280, 270, 260, 150, 140, 20],
};

export type FinishedZone = {
  readonly app: TestApp;
  readonly call: TestApp['call'];
  readonly close: () => Promise<void>;
  /** Of 企业1 to 企业10; the first five are in the first park. */
  readonly ids: readonly string[];
  readonly parks: readonly string[];
  readonly offices: Readonly<Record<'tax' | 'stats', string>>;
  /** Of 2025, as far as was asked for; that of 2024 is final. */
  readonly evaluation: string;
  readonly before: string;
  readonly run: (evaluation: string) => Promise<string>;
  readonly step: (transition: Transition, who?: Actor) => Promise<void>;
  /** Sets the clock. */
  readonly travel: (instant: string) => void;
  readonly work: <T>(run: (ctx: Ctx) => Promise<T>) => Promise<T>;
};

const UP_TO = [
  'open_collection',
  'open_confirmation',
  'freeze',
  'compute',
  'review',
  'publish_notice',
] as const;
const REACHED = {
  draft: 0,
  collecting: 1,
  confirming: 2,
  frozen: 3,
  computed: 4,
  reviewed: 5,
  notice: 6,
} as const;
const DIRECT: ReadonlySet<Transition> = new Set(['open_collection', 'open_confirmation', 'open_appeals']);

export async function finishedZone({
  until,
}: {
  readonly until: keyof typeof REACHED;
}): Promise<FinishedZone> {
  let today = new Date('2026-03-02T01:00:00Z');
  const app = await testApp({ now: () => today });
  const services: Services = app.services;
  const officer = (n: number) => actor('evaluation_officer', { userId: `officer-${n}` });
  const caller = (who: Actor) => ({ zone: 'home', actor: who, requestId: 'test', address: '', services });
  const as = <T>(who: Actor, run: (ctx: Ctx) => Promise<T>) => transact(caller(who), run);
  const work = <T>(run: (ctx: Ctx) => Promise<T>) => as(officer(1), run);

  const ids = Array.from({ length: 10 }, () => uuidV7(Date.now(), randomBytes(10))).toSorted();
  const offices = {
    tax: (await work((ctx) => createOffice(ctx, { code: 'tax', name: '税务局' }))).office_id,
    stats: (await work((ctx) => createOffice(ctx, { code: 'stats', name: '统计局' }))).office_id,
  };
  const parks: string[] = [];
  for (const name of ['一园', '二园'])
    parks.push(
      (await work((ctx) => createPark(ctx, { code: name, name, kind: 'comprehensive', area_mu: 100 })))
        .park_id,
    );
  await work((ctx) => makeEnterprises(ctx, ids, parks));
  await work((ctx) => makeItems(ctx, offices));
  await work(async (ctx) => {
    await createScheme(ctx, { scheme_id: 'year', text: YEAR_SCHEME });
    await submitScheme(ctx, { scheme_id: 'year', version: 1 });
  });
  const approval = { scheme_id: 'year', version: 1, decision: 'approved' as const, reason: '同意' };
  await as(officer(2), (ctx) => decideScheme(ctx, approval));

  const evaluationOf = (id: string) => work(async (ctx) => (await getEvaluation(ctx, id)).evaluation);
  const begin = async (year: string) => {
    await work((ctx) => makeYear(ctx, ids, year));
    const input = { name: `${year}年度评价`, period_id: year, scheme_id: 'year', scheme_version: 1 };
    return (await work((ctx) => createEvaluation(ctx, input))).evaluation_id;
  };
  const stepOf = async (id: string, transition: Transition, who: Actor) => {
    const input = { evaluation_id: id, transition, version: (await evaluationOf(id)).version };
    if (DIRECT.has(transition)) await as(who, (ctx) => takeStep(ctx, input));
    else await performStep(caller(who), input);
  };
  const usual = (transition: Transition) => officer(transition === 'review' ? 2 : 1);

  const before = await begin('2024');
  for (const transition of UP_TO) await stepOf(before, transition, usual(transition));
  today = new Date('2026-03-10T01:00:00Z');
  for (const transition of ['open_appeals', 'finalise'] as const)
    await stepOf(before, transition, usual(transition));
  const evaluation = await begin('2025');
  for (const transition of UP_TO.slice(0, REACHED[until]))
    await stepOf(evaluation, transition, usual(transition));

  return {
    app,
    call: (who, method, path, body) => app.call(who, method, `/zones/home${path}`, body),
    close: app.close,
    ids,
    parks,
    offices,
    evaluation,
    before,
    run: async (id) => (await evaluationOf(id)).run_id ?? '',
    travel: (instant) => {
      today = new Date(instant);
    },
    step: (transition, who = usual(transition)) => stepOf(evaluation, transition, who),
    work,
  };
}

async function makeEnterprises(ctx: Ctx, ids: readonly string[], parks: readonly string[]): Promise<void> {
  const rows = ids.map((id, i) => ({
    ...EnterpriseInput.parse({
      credit_code: creditCode(i + 1),
      name: `企业${i + 1}`,
      park_id: parks[i < 5 ? 0 : 1],
      industry_code: i % 2 === 0 ? '34' : '3512',
      scale: i < 7 ? 'above_scale' : 'below_scale',
    }),
    enterprise_id: id,
  }));
  await insertEnterpriseRows(ctx, rows, ctx.actor.userId);
}

async function makeItems(ctx: Ctx, offices: FinishedZone['offices']): Promise<void> {
  const items = [
    { item_id: 'tax', name: '税收', unit: '万元', office_id: offices.tax },
    { item_id: 'energy', name: '综合能耗', unit: '吨标准煤', office_id: offices.stats, rules: { min: 0 } },
    { item_id: 'land', name: '用地面积', unit: '亩', rules: { min: 0 } },
  ];
  for (const item of items) await createItem(ctx, NewItem.parse({ kind: 'number', ...item }));
}

async function makeYear(ctx: Ctx, ids: readonly string[], year: string): Promise<void> {
  const period = { period_id: year, name: `${year}年`, kind: 'year' as const };
  await createPeriod(ctx, { ...period, starts_on: `${year}-01-01`, ends_on: `${year}-12-31` });
  const verified = ids.map((id, i) => ({
    enterprise_id: id,
    figures: { tax: TAXES[year]?.[i] ?? 0, energy: 100 + i },
  }));
  await applyFigures(ctx, year, verified, { layer: 'verified' });
  const declared = ids.map((id) => ({ enterprise_id: id, figures: { land: 10 } }));
  await applyFigures(ctx, year, declared, { layer: 'declared' });
}
