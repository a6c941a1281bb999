import { expect, test } from 'vitest';
import { tasksOf } from './tasks-of.ts';

test('each office is asked for its own items, the enterprises for the rest', () =>
  expect(
    tasksOf([
      { item_id: 'tax', office_id: 'a' },
      { item_id: 'note', office_id: null },
      { item_id: 'fee', office_id: 'a' },
    ]),
  ).toEqual([
    { office_id: 'a', item_ids: ['tax', 'fee'] },
    { office_id: null, item_ids: ['note'] },
  ]));
