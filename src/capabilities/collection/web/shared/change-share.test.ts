import { expect, test } from 'vitest';
import { changeShare, changeText } from './change-share.ts';

test('a change is a share of what there was, also of a loss', () => {
  expect(changeShare(120, 100)).toBeCloseTo(0.2);
  expect(changeShare(50, -100)).toBeCloseTo(1.5);
  expect(changeText(80, 100)).toBe('−20.0%');
  expect(changeText(120, 100)).toBe('+20.0%');
  expect(changeText(100, 100)).toBe('0.0%');
});

test('what is absent has not changed, and from zero there is no share', () => {
  expect(changeText(null, 100)).toBe('—');
  expect(changeText(100, undefined)).toBe('—');
  expect(changeText(0, 100)).toBe('−100.0%');
  expect(changeText(100, 0)).toBe('—');
  expect(changeText(0, 0)).toBe('0.0%');
  expect(changeText('是', '否')).toBe('—');
});
