import { describe, expect, test } from 'vitest';
import { fileNameFault } from '#lint/house.js';
import { codeFiles, read } from './repository.ts';

/** Lines of the code files, outside this folder, that match. */
function linesWith(pattern: RegExp, files = codeFiles()): string[] {
  return files
    .filter((file) => !file.startsWith('test/house/'))
    .flatMap((file) => {
      const lines = read(file).split('\n');
      return lines.flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      );
    });
}

describe('files', () => {
  test('are named by the house', () => {
    const faults = codeFiles().flatMap((file) => {
      const fault = fileNameFault(file);
      return fault === undefined ? [] : [`${file}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });

  test('have 500 lines at most', () => {
    const lengths = codeFiles().map((file) => ({ file, lines: read(file).split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 500)).toEqual([]);
    expect(lengths.length).toBeGreaterThan(0);
  });

  test('answer to the linter and the compiler: nothing is switched off', () => {
    const suppression =
      /(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck)|\bas any\b|v8 ignore|prettier-ignore/;
    expect(linesWith(suppression)).toEqual([]);
  });

  test('are finished', () => {
    const promise = /\b(?:TODO|FIXME|XXX|HACK)\b|\bstub\b|not (?:yet )?implemented/i;
    const sources = codeFiles().filter((file) => file.startsWith('src/'));
    expect(linesWith(promise, sources)).toEqual([]);
  });

  test('are tested: no test is skipped, alone or pending', () => {
    const tests = codeFiles().filter((file) => file.includes('.test.'));
    expect(linesWith(/\b(?:test|it|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/, tests)).toEqual([]);
  });
});
