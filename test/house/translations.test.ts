import { describe, expect, test } from 'vitest';
import { codeFiles, read } from './repository.ts';

const isPage = (file: string): boolean => /^src\/(?:web|(?:capabilities|features)\/[^/]+\/web)\//.test(file);
const pages = codeFiles().filter((file) => isPage(file) && !/\.test\.tsx?$/.test(file));

/** Without comments, which are for us. */
const code = (file: string): string =>
  read(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$|\s\/\/ .*$/gm, '');

describe('words of the pages', () => {
  test('stand in tables with both languages, not in pages', () => {
    // Units and names of fonts are the same in both languages; everything else has its pair in a table of words.
    const strangers = pages
      .filter((file) => !/(?:^|[/-])words\.ts$|\/pages\.ts$|\/index\.tsx$/.test(file))
      .filter((file) => file !== 'src/web/ui/numbers.ts')
      .flatMap((file) =>
        code(file)
          .split('\n')
          .flatMap((line) => (/[\u4e00-\u9fff]/.test(line) ? [`${file}: ${line.trim().slice(0, 80)}`] : [])),
      );
    expect(strangers).toEqual([]);
  });

  test('have no Chinese where English is meant', () => {
    const pairs = pages.filter((file) => file.endsWith('words.ts'));
    expect(pairs.length).toBeGreaterThan(0);
    const faults = pairs.flatMap((file) =>
      [...code(file).matchAll(/\[\s*(['`])(?:(?!\1).)*\1,\s*(['`])((?:(?!\2)[\s\S])*)\2,?\s*\]/g)]
        .map(([, , , english = '']) => english)
        .filter((english) => /[\u4e00-\u9fff]/.test(english) && english !== '中文')
        .map((english) => `${file}: ${english}`),
    );
    expect(faults).toEqual([]);
  });
});
