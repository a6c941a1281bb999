import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actor } from '#test/kit/app.ts';
import { finishedZone, type FinishedZone } from '#test/kit/finished-zone.ts';
import { getRun, partsOfRun } from './service/runs.ts';
import { answerOnThread } from './worker/answer-on-thread.ts';

const officer = actor('evaluation_officer', { userId: 'officer-1' });
let zone: FinishedZone;
beforeAll(async () => {
  zone = await finishedZone({ until: 'notice' });
}, 60_000);
afterAll(() => zone.close());

const partsOf = async (evaluation: string) => {
  const run = await zone.run(evaluation);
  return zone.work(async (ctx) => partsOfRun(ctx, await getRun(ctx, run)));
};

/** Turns of the event loop while something is under way: none when it keeps the main thread for itself. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isUnderWay = true;
  const turn = (): void => {
    turns += 1;
    if (isUnderWay) setImmediate(turn);
  };
  setImmediate(turn);
  await work;
  isUnderWay = false;
  return turns;
}

describe('questions about large runs', () => {
  test('are answered on a thread as they are here', async () => {
    const run = await zone.run(zone.evaluation);
    const before = await zone.run(zone.before);
    const compared = (await zone.call(officer, 'GET', `/runs/${run}/moves?with=${before}`)).as(
      z.looseObject({ up: z.number(), moves: z.array(z.looseObject({ name: z.string() })) }),
    );
    const parts = [await partsOf(zone.before), await partsOf(zone.evaluation)];
    const answer = await answerOnThread({ kind: 'moves', most: 100 }, async () => parts);
    if (answer.kind !== 'moves') throw new Error(answer.kind);
    expect(answer.up).toBe(compared.up);
    expect(compared.up).toBeGreaterThan(0);
    expect(answer.moves.map(({ class_before: was, class_after: is }) => `${was}${is}`)).toEqual(
      compared.moves.map(({ class_before: was, class_after: is }) => `${String(was)}${String(is)}`),
    );
  });

  test('leave the event loop to everybody else meanwhile', async () => {
    const { rows } = await zone.app.database.pool.query<{ credit_code: string }>(
      `select credit_code from enterprise where zone_id = 'home' and enterprise_id = $1`,
      [zone.ids[9]],
    );
    const creditCode = rows[0]?.credit_code ?? '';
    const question = { kind: 'effect' as const, creditCode, cells: [{ input: 'tax', value: 900 }] };
    const parts = [await partsOf(zone.evaluation)];
    const asked = answerOnThread(question, async () => parts);
    expect(await turnsDuring(asked)).toBeGreaterThan(10);
    expect(await asked).toMatchObject({ kind: 'effect', own: { class_before: 'D', class_after: 'A' } });
  });

  test('that cannot be computed are said to be so', async () => {
    const parts = await partsOf(zone.evaluation);
    const broken = { ...parts, dataset: new Uint8Array([1, 2, 3]) };
    expect(await answerOnThread({ kind: 'moves', most: 1 }, async () => [parts, broken])).toMatchObject({
      kind: 'not_computable',
    });
  });
});
