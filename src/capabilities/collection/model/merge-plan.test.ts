import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NewItem } from '../contract/items.ts';
import { type Layers, planConfirmation, planFigures } from './merge-plan.ts';

const OFFICE = '00000000-0000-7000-8000-000000000001';
const item = (item_id: string, office_id: string | null) => ({
  ...NewItem.parse({ item_id, name: item_id, kind: 'number', office_id }),
  version: 1,
});
const ITEMS = [item('tax', OFFICE), item('energy', OFFICE), item('staff', null)];
const layers = (more: Partial<Layers>): Layers => ({ declared: {}, verified: {}, adopted: {}, ...more });

describe('figures of two records', () => {
  test('go over, all layers, where the kept one has none that counts', () => {
    const merged = layers({ declared: { tax: 9 }, verified: { tax: 10 }, adopted: { tax: 11 } });
    const { carried, conflicts } = planFigures(layers({ declared: { tax: 8 } }), merged, ITEMS);
    expect(carried).toEqual({ declared: {}, verified: { tax: 10 }, adopted: { tax: 11 } });
    expect(conflicts).toEqual([]);
  });

  test('stay where the kept one has one: an adopted value of the other does not slip over a verified one', () => {
    const plan = planFigures(layers({ verified: { tax: 10 } }), layers({ adopted: { tax: 12 } }), ITEMS);
    expect(plan.carried).toEqual({ declared: {}, verified: {}, adopted: {} });
    expect(plan.conflicts).toEqual([{ item_id: 'tax', kept: 10, merged: 12 }]);
  });

  test('that are equal are no conflict, and zero is a figure', () => {
    const zero = layers({ verified: { tax: 0 } });
    expect(planFigures(zero, layers({ adopted: { tax: 0 } }), ITEMS).conflicts).toEqual([]);
    expect(planFigures(zero, layers({ verified: { tax: 5 } }), ITEMS).conflicts).toHaveLength(1);
  });

  test('that only the enterprise declared count where no office is the source', () => {
    const [kept, merged] = [layers({ declared: { staff: 5 } }), layers({ declared: { staff: 6, tax: 1 } })];
    const plan = planFigures(kept, merged, ITEMS);
    expect(plan.conflicts).toEqual([{ item_id: 'staff', kept: 5, merged: 6 }]);
    expect(plan.carried.declared).toEqual({ tax: 1 });
  });

  const values = fc.dictionary(fc.constantFrom('tax', 'energy', 'staff'), fc.integer({ min: 0, max: 3 }));
  const sheet = fc.record({ declared: values, verified: values, adopted: values });

  test('nothing that counted for the kept one changes, and nothing of the other is lost without a word', () => {
    const counts = (sheet_: Layers, id: string) =>
      sheet_.adopted[id] ?? sheet_.verified[id] ?? (id === 'staff' ? sheet_.declared[id] : undefined);
    fc.assert(
      fc.property(sheet, sheet, (kept, merged) => {
        const { carried, conflicts } = planFigures(kept, merged, ITEMS);
        const after = layers({
          declared: { ...kept.declared, ...carried.declared },
          verified: { ...kept.verified, ...carried.verified },
          adopted: { ...kept.adopted, ...carried.adopted },
        });
        for (const { item_id: id } of ITEMS) {
          const [own, other] = [counts(kept, id), counts(merged, id)];
          expect(counts(after, id)).toEqual(own ?? other);
          const told = conflicts.some((conflict) => conflict.item_id === id);
          expect(told).toBe(own !== undefined && other !== undefined && own !== other);
        }
      }),
    );
  });
});

describe('what two records said', () => {
  const dispute = (item_id: string) => ({ item_id, value: 1, reason: '口径不符', answer: null });
  const answer = { adopted: true, text: '采纳', by: 'officer', at: '2026-03-01T00:00:00Z' };
  const confirmed = { state: 'confirmed' as const, disputes: [] };
  const disputed = (...ids: string[]) => ({ state: 'disputed' as const, disputes: ids.map(dispute) });
  const both = { keptHadNone: false, changed: true };

  test('the merged one’s word stands where all figures are its own', () => {
    expect(planConfirmation(undefined, confirmed, { keptHadNone: true, changed: true })).toEqual({
      is: 'carried',
    });
    expect(planConfirmation(undefined, confirmed, both)).toEqual({ is: 'unchanged' });
  });

  test('open disputes come together', () => {
    const plan = planConfirmation(disputed('tax'), disputed('tax', 'energy'), both);
    expect(plan).toEqual({ is: 'disputed', disputes: [dispute('tax'), dispute('energy')] });
    expect(planConfirmation(confirmed, disputed('tax'), both)).toMatchObject({ is: 'disputed' });
    expect(planConfirmation(disputed('tax'), confirmed, both)).toEqual({ is: 'unchanged' });
  });

  test('what was answered in one record does not hide what is open in the other', () => {
    const half = {
      state: 'disputed' as const,
      disputes: [{ ...dispute('tax'), answer }, dispute('land')],
    };
    expect(planConfirmation(half, disputed('tax'), both)).toEqual({
      is: 'disputed',
      disputes: [...half.disputes, dispute('tax')],
    });
    expect(planConfirmation(disputed('land'), half, both)).toEqual({ is: 'unchanged' });
  });

  test('a confirmation of figures that have changed does not count any more', () => {
    expect(planConfirmation(confirmed, undefined, both)).toEqual({ is: 'open' });
    expect(planConfirmation(confirmed, confirmed, { ...both, changed: false })).toEqual({ is: 'unchanged' });
  });
});
