import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, isFunctionName, listFunctions } from './functions.ts';
import { BINARY_PRECEDENCE, PREFIX_PRECEDENCE } from './syntax.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8').replaceAll('\\|', '|');
const functionSection = readme.slice(readme.indexOf('## Functions'));

describe('the room page', () => {
  it.each(listFunctions())('lists $name with its example and both wordings', ({ name, example, zh, en }) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row).toContain(`\`${example}\``);
    expect(row).toContain(zh);
    expect(row).toContain(en);
  });

  it('lists nothing else as a function', () => {
    const listed = [...functionSection.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(FUNCTIONS));
  });

  it.each([...BINARY_PRECEDENCE.keys(), ...PREFIX_PRECEDENCE.keys()])(
    'mentions the operator %s',
    (operator) => {
      expect(readme).toContain(`\`${operator}\``);
    },
  );
});

describe('isFunctionName', () => {
  it('knows the table and nothing every object has', () => {
    expect(isFunctionName('mean')).toBe(true);
    expect(isFunctionName('toString')).toBe(false);
    expect(isFunctionName('__proto__')).toBe(false);
  });
});
