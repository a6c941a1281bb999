import { expect, test } from 'vitest';
import { linkTarget } from './link-target.ts';

test('a path alone asks for nothing', () =>
  expect(linkTarget('/z/demo/imports/7')).toEqual({ to: '/z/demo/imports/7', search: {} }));

test('what a notice is about is given to the page, as text', () =>
  expect(linkTarget('/z/demo/confirmations?period=2025&enterprise=7')).toEqual({
    to: '/z/demo/confirmations',
    search: { period: '2025', enterprise: '7' },
  }));
