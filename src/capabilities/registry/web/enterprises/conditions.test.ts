// The address may be edited by hand: the list must not ask the server for what it refuses.
import { expect, test } from 'vitest';
import { conditionsOf, conditionsText } from './conditions.ts';

test('conditions of the address reach the server', () => {
  expect(conditionsOf({ search: ' 紧固 ', status: 'closed', scale: 'above_scale', sort: '-name' })).toEqual({
    search: '紧固',
    status: 'closed',
    scale: 'above_scale',
  });
});

test('unknown choices and blanks are no conditions', () => {
  expect(conditionsOf({ status: 'gone', scale: 'huge', search: '  ', tag: undefined })).toEqual({});
});

test('the file is asked for under the conditions of the list', () => {
  expect(conditionsText({ search: 'a&b', industry: '33' })).toBe('search=a%26b&industry=33');
});
