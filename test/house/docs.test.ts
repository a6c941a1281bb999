import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#cli/command-line.ts';
import { exists, filesUnder, read, scriptNames } from './repository.ts';

const DOCS = [...filesUnder('.', /\.md$/)];

/** Folders at the root: a path in backticks that begins with one of them is meant to exist. */
const PATH = /`((?:src|test|docs|schemes|examples|bench|lint|scripts|\.ci)\/[^`\s]*)`/g;

/** Text a person reads as prose: fenced blocks show trees and output. */
function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '');
}

/** The anchors GitHub gives to the headings of a page. */
function anchors(markdown: string): Set<string> {
  const headings = [...prose(markdown).matchAll(/^#+ +(.+)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

/** Links of a page that lead nowhere. */
function deadLinks(page: string): string[] {
  const links = [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const own = links.filter((link) => !/^[a-z]+:/.test(link));
  return own.filter((link) => {
    const [file = '', anchor] = decodeURI(link).split('#');
    const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
    if (!exists(target)) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchors(read(target)).has(anchor);
  });
}

describe('documentation', () => {
  test.each(DOCS)('%s: its links lead somewhere', (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  test.each(DOCS)('%s: the paths it cites exist', (page) => {
    const cited = [...prose(read(page)).matchAll(PATH)].map((match) => match[1] ?? '');
    // `test/golden/<case>/` and `docs/adr/*.md` describe many files.
    const single = cited.filter((file) => !/[<>*{}…]/.test(file));
    expect(single.filter((file) => !exists(file))).toEqual([]);
  });

  test.each(DOCS)('%s: the commands it cites exist', (page) => {
    const commands = [...read(page).matchAll(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(commands.filter((command) => !scriptNames().includes(command))).toEqual([]);
  });

  test('the command line is documented: every command somewhere, and no command that does not exist', () => {
    const call = /(?:npm run (?:-s )?mujun -- |\bnpx mujun |`mujun |^\$? ?mujun )([a-z]+)/gm;
    const cited = new Set(
      DOCS.flatMap((page) => [...read(page).matchAll(call)].map((match) => match[1] ?? '')),
    );
    const commands = Object.keys(COMMANDS);
    expect([...cited].filter((name) => !commands.includes(name) && name !== 'help')).toEqual([]);
    expect(commands.filter((name) => !cited.has(name))).toEqual([]);
  });

  test('there are 14 commands at most, and CONTRIBUTING explains each', () => {
    const contributing = read('CONTRIBUTING.md');
    const missing = scriptNames().filter(
      (name) => !new RegExp(`npm (?:run )?(?:-s )?${name}\\b`).test(contributing),
    );
    expect(missing).toEqual([]);
    expect(scriptNames().length).toBeLessThanOrEqual(14);
  });

  test('the architecture fits on 150 lines', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(150);
  });
});
