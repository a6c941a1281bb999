// What enterprises object to on a published list, and what they claim instead.
import { addEvidence } from '#features/evaluation/service/evidence.ts';
import { submitAppeal } from '#features/evaluation/service/appeals.ts';
import type { Appeal } from '#features/evaluation/contract/shapes.ts';
import { selectRunRows } from '#features/evaluation/store/runs.ts';
import type { Cast } from '../cast.ts';
import type { Stage } from '../stage.ts';
import type { Underway } from './evaluation.ts';
import { bytesOf } from './office-files.ts';
import type { Firm } from './running-year.ts';

export type Claim = {
  /** Whose: the one at this place, from 0, among those in the class. */
  readonly of: readonly [letter: string, place: number];
  readonly statement: string;
  readonly item: 'tax' | 'revenue';
  /** What is claimed, as a multiple of what was evaluated. */
  readonly times: number;
  readonly evidence?: string;
};

/** One after the other, each by its own enterprise; nobody who has an account in the zone. */
export async function raise(
  stage: Stage,
  cast: Cast,
  evaluation: Underway,
  firms: readonly Firm[],
  claims: readonly Claim[],
): Promise<Appeal[]> {
  const { run_id: run } = await evaluation.current();
  const appeals: Appeal[] = [];
  for (const { of, statement, item, times, evidence } of claims) {
    const [letter, place] = of;
    const rows = await stage.as(cast.officer, (ctx) =>
      selectRunRows(ctx, run ?? '', { class: letter, limit: place + 2 }),
    );
    const others = rows.filter(({ enterprise_id: id }) => !cast.enterprise.enterpriseIds.includes(id));
    const firm = firms.find(({ id }) => id === others[place]?.enterprise_id);
    if (firm === undefined) throw new Error(`nobody at place ${place} of class ${letter}`);
    const value = Math.round((firm.one.figures.at(-1)?.[item] ?? 0) * times * 100) / 100;
    const owner = cast.ownerOf(firm.id);
    const input = { evaluation_id: evaluation.id, enterprise_id: firm.id, statement };
    const corrections = [{ item_id: item, value }];
    const appeal = await stage.as(owner, (ctx) => submitAppeal(ctx, { ...input, corrections }));
    if (evidence !== undefined) {
      const name = `${evidence}（演示）.xlsx`;
      const content = await bytesOf(stage.caller(owner).services.scratch, {
        name,
        headers: ['日期', '金额（万元）'],
        rows: [['12月25日', value]],
      });
      await stage.as(owner, (ctx) => addEvidence(ctx, appeal.appeal_id, { name, kind: 'xlsx', content }));
    }
    appeals.push(appeal);
  }
  return appeals;
}
