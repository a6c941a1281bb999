import { expect, test } from 'vitest';
import { evidenceFault } from './evidence-rules.ts';

const file = (name: string, size = 1000) => ({ name, size });

test('what the server would refuse is told before it is sent', () => {
  expect(evidenceFault(file('完税证明.PDF'), [])).toBeUndefined();
  expect(evidenceFault(file('照片.gif'), [])).toBe('evidenceKind');
  expect(evidenceFault(file('pdf'), [])).toBe('evidenceKind');
  expect(evidenceFault(file('a.pdf', 0), [])).toBe('evidenceEmpty');
  expect(evidenceFault(file('a.pdf', 20 * 1024 * 1024), [])).toBeUndefined();
  expect(evidenceFault(file('a.pdf', 20 * 1024 * 1024 + 1), [])).toBe('evidenceSize');
  expect(evidenceFault(file('a.pdf'), [file('a.pdf')])).toBe('evidenceTwice');
  const ten = Array.from({ length: 10 }, (_, n) => file(`${n}.pdf`));
  expect(evidenceFault(file('a.pdf'), ten)).toBe('evidenceMany');
});
