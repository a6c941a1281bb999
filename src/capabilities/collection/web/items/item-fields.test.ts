// Opening an item and saving it as it is must not change it; what a kind does not have must not stay behind.
import { expect, test } from 'vitest';
import type { Item } from '#capabilities/collection/contract/items.ts';
import { fieldsOf, inputOf } from './item-fields.ts';

const saved: Item = {
  item_id: 'tax',
  name: '税收',
  definition: '实缴',
  kind: 'number',
  unit: '万元',
  choices: [],
  office_id: null,
  cadence: 'year',
  sharing: 'not_shared',
  visible_to: ['leader'],
  synonyms: ['实缴税收'],
  rules: {
    min: 0,
    year_on_year: { ratio: 3, floor: 10 },
    outlier: { method: 'iqr', threshold: 1.5 },
    at_most: [{ item: 'revenue', times: 1 }],
  },
  additive: true,
  position: 3,
  version: 2,
};

test('an item that is opened and saved stays what it was', () => {
  const { version: _, ...input } = saved;
  expect(inputOf(fieldsOf(saved, 9), 'tax')).toEqual(input);
});

test('a number that becomes a text has no unit, no bounds and adds up to nothing', () => {
  expect(inputOf({ ...fieldsOf(saved, 9), kind: 'text' }, 'tax')).toMatchObject({
    unit: null,
    rules: {},
    additive: null,
  });
});

test('a new item goes to its place with no rules', () => {
  const input = inputOf({ ...fieldsOf(undefined, 9), name: '用水' }, 'water');
  expect(input).toMatchObject({ item_id: 'water', name: '用水', unit: null, rules: {}, position: 9 });
});
