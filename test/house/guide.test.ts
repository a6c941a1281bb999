// The guide is true: its schemes load, its commands and options exist, and it leaves no key and no function out.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS, runCommandLine } from '#cli/command-line.ts';
import { readArguments } from '#cli/command.ts';
import { CLI_MESSAGES } from '#cli/messages.ts';
import { shippedSchemes } from '#platform/files/shipped-schemes.ts';
import { AppError } from '#core/app-error.ts';
import type { Wording } from '#core/diagnostic.ts';
import { parseUnit } from '#core/units.ts';
import { listFunctions } from '#engine/formula/functions.ts';
import { mergeSchemes } from '#engine/scheme/extend.ts';
import { schemeJsonSchema } from '#engine/scheme/json-schema.ts';
import { loadScheme } from '#engine/scheme/load.ts';
import { describeFinding, ENGINE_MESSAGES } from '#engine/messages.ts';
import { SHEET_MESSAGES } from '#platform/sheets/messages.ts';
import { absolute, exists, filesUnder, isRecord, read } from './repository.ts';

const GUIDE = 'docs/guide';
const PAGES = ['zh', 'en'].flatMap((lang) => filesUnder(`${GUIDE}/${lang}`, /\.md$/));
const TUTORIAL = /\/write-a-scheme\.md$/;

function fenced(page: string, language: string): string[] {
  const fence = new RegExp(String.raw`^\`\`\`${language}\n([\s\S]*?)^\`\`\``, 'gm');
  return [...read(page).matchAll(fence)].map((match) => match[1] ?? '');
}

const isWhole = (yaml: string): boolean => /^scheme:/m.test(yaml);

type Printed = { readonly whole: boolean; readonly yaml: string; readonly scheme: unknown };

/**
 * The schemes a page prints, each as a reader who follows it has it. A block without `scheme:` changes the one before it in
 * the tutorial, which grows one scheme, and the first one elsewhere.
 */
function printedSchemes(page: string): Printed[] {
  let base: unknown;
  return fenced(page, 'yaml').map((yaml) => {
    const part: unknown = parse(yaml);
    const whole = isWhole(yaml);
    const scheme = whole ? part : mergeSchemes(base, part);
    if (TUTORIAL.test(page) || base === undefined) base = scheme;
    return { whole, yaml, scheme };
  });
}

/** What is wrong with a scheme, in words; what it extends is printed on the same page or shipped. */
function faults(page: string, scheme: unknown): string[] {
  const find = (name: string) => {
    const printed = printedSchemes(page).findLast(
      (one) => one.whole && isRecord(one.scheme) && one.scheme['scheme'] === name,
    );
    if (printed !== undefined) return { text: printed.yaml };
    const file = [`${GUIDE}/example/${name}.yaml`, `schemes/${name}.yaml`].find(exists);
    return file === undefined ? undefined : { text: read(file), file };
  };
  const { diagnostics } = loadScheme({ text: JSON.stringify(scheme) }, find);
  return diagnostics.map((finding) => `${finding.path.join('.')}: ${describeFinding(finding, 'en').message}`);
}

/** A scheme without what is said in words. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(
    ([key]) => !['zh', 'en', 'note', 'title', 'source', 'convention', 'aliases'].includes(key),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutWords(inner)]));
}

const inOtherLanguage = (page: string): string =>
  page.replace(/\/(zh|en)\//, (_, own) => (own === 'zh' ? '/en/' : '/zh/'));

describe('the guide', () => {
  test('has every page in both languages, and an index that names them', () => {
    expect(PAGES.filter((page) => !exists(inOtherLanguage(page)))).toEqual([]);
    const index = read(`${GUIDE}/README.md`);
    expect(PAGES.filter((page) => !index.includes(page.slice(GUIDE.length + 1)))).toEqual([]);
    expect(PAGES.length).toBeGreaterThan(0);
  });

  test('explains the pages that point to it, and shows every picture there is', () => {
    const declared = filesUnder('src', /^(?:pages\.ts|index\.tsx)$/).flatMap((file) =>
      [...read(file).matchAll(/guide: '([\w-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(declared.length).toBeGreaterThan(0);
    expect(declared.filter((name) => !exists(`${GUIDE}/zh/${name}.md`))).toEqual([]);
    const text = PAGES.map(read).join('\n');
    const pictures = filesUnder(`${GUIDE}/images`, /\.png$/);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((file) => !text.includes(file.slice(GUIDE.length + 1)))).toEqual([]);
  });

  test.each(PAGES)('%s: its schemes load', (page) => {
    const found = printedSchemes(page).flatMap(({ yaml, scheme }) => {
      const wrong = faults(page, scheme);
      return wrong.length === 0 ? [] : [{ yaml, wrong }];
    });
    expect(found).toEqual([]);
  });

  test.each(PAGES.filter((page) => page.includes('/zh/')))('%s and the English page say the same', (page) => {
    const [zh, en] = [page, inOtherLanguage(page)].map((one) =>
      printedSchemes(one).map(({ scheme }) => withoutWords(scheme)),
    );
    expect(zh).toEqual(en);
    expect(fenced(page, 'bash').length).toBe(fenced(inOtherLanguage(page), 'bash').length);
  });

  test.each(PAGES.filter((page) => TUTORIAL.test(page)))(
    '%s: its steps lead to the complete scheme',
    (page) => {
      const printed = printedSchemes(page);
      const complete = printed.findIndex(({ whole }, i) => whole && i > 0);
      expect(printed[complete]?.scheme).toEqual(printed[complete - 1]?.scheme);
    },
  );
});

/** The words of a command as a shell reads them. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

const CALL = /^npm run -s mujun -- (.+?)(?: > \S+)?$/gm;

async function wrongUse(call: string): Promise<string | undefined> {
  const [name = '', ...rest] = words(call);
  if (name.startsWith('-')) return undefined;
  const command = await COMMANDS[name]?.();
  if (command === undefined) return `no command ${name}`;
  try {
    readArguments(command, rest);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${error.code} ${JSON.stringify(error.params)}`;
  }
}

/** A page with the output of each command in the block of text that follows it. */
async function withOutputs(text: string): Promise<string> {
  const shown = /^```bash\nnpm run -s mujun -- (.+)\n```\n\n```text\n([\s\S]*?)```/gm;
  let result = text;
  for (const [block, call = '', output = ''] of text.matchAll(shown)) {
    const printed = await printedBy(call);
    result = result.replace(block, () =>
      block.replace(`\`\`\`text\n${output}`, () => `\`\`\`text\n${printed}\n`),
    );
  }
  return result;
}

async function printedBy(call: string): Promise<string> {
  const argv = words(call);
  const lines: string[] = [];
  const print = (text: string): void => void lines.push(text);
  const lang = argv.join(' ').includes('--lang en') ? 'en' : 'zh';
  await runCommandLine(argv, { lang, out: print, err: print, progress: () => undefined });
  return lines.join('\n').trimEnd();
}

describe('commands', () => {
  test.each([...PAGES, 'README.md', 'README.zh-CN.md'])(
    '%s: every call can be typed as printed',
    async (page) => {
      const calls = fenced(page, 'bash').flatMap((block) =>
        [...block.matchAll(CALL)].map((match) => match[1] ?? ''),
      );
      const wrong = await Promise.all(calls.map(async (call) => ({ call, fault: await wrongUse(call) })));
      expect(wrong.filter(({ fault }) => fault !== undefined)).toEqual([]);
    },
  );

  // `npm test -- -u` writes what they print now.
  test.each(PAGES)('%s: what it shows after a command is what the command prints', async (page) => {
    await expect(await withOutputs(read(page))).toMatchFileSnapshot(absolute(page));
  });

  test.each(['zh', 'en'])('every option is in the guide (%s)', async (lang) => {
    const text = PAGES.filter((page) => page.includes(`/${lang}/`))
      .map(read)
      .join('\n');
    const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    const options = commands.flatMap(({ name, options: own }) =>
      Object.keys(own).map((option) => ({ name, option })),
    );
    expect(options.filter(({ option }) => !new RegExp(`--${option}\\b`).test(text))).toEqual([]);
  });

  test.each(['README.md', 'README.zh-CN.md'])('%s lists the shipped schemes', (page) => {
    const text = read(page);
    expect(shippedSchemes().filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

/** A wording, or the like of it in a table, with an ellipsis for what is filled in. */
function shape(text: string): string {
  return text
    .replace(/\{\w+\}|…/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

test.each(PAGES)('%s: the messages it quotes are those the program gives', (page) => {
  const lang = page.includes('/zh/') ? 'zh' : 'en';
  const tables = [ENGINE_MESSAGES, SHEET_MESSAGES, CLI_MESSAGES] as Readonly<Record<string, Wording>>[];
  const said = new Set(
    tables.flatMap((table) => Object.values(table).map((wording) => shape(wording[lang]))),
  );
  const quoted = [...read(page).matchAll(/^\| (?:提示|message) \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/gm)].flatMap(
    (match) =>
      (match[1] ?? '')
        .trim()
        .split('\n')
        .map((row) => shape(row.split(' | ')[0]?.replace(/^\| /, '') ?? '')),
  );
  expect(quoted.filter((text) => !said.has(text))).toEqual([]);
});

/** Every key, and every word a key may have, in the JSON Schema of schemes. */
function schemeWords(schema: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const inner of schema) schemeWords(inner, found);
  if (!isRecord(schema)) return found;
  const { properties, enum: values } = schema;
  if (isRecord(properties)) for (const key of Object.keys(properties)) found.add(key);
  if (Array.isArray(values)) for (const value of values) found.add(String(value));
  for (const inner of Object.values(schema)) schemeWords(inner, found);
  return found;
}

describe.each(['zh', 'en'])('the reference of the scheme language (%s)', (lang) => {
  const text = read(`${GUIDE}/${lang}/scheme-reference.md`);
  const code = [...text.matchAll(/`[^`\n]+`|^```yaml[\s\S]*?^```/gm)].map(([match]) => match).join('\n');

  test('explains every key and every word', () => {
    const all = [...schemeWords(schemeJsonSchema())];
    expect(all.filter((word) => !new RegExp(String.raw`(?<![\w.])${word}(?!\w)`).test(code))).toEqual([]);
    expect(all.length).toBeGreaterThan(50);
  });

  test('explains every function', () => {
    expect(
      listFunctions()
        .filter(({ name }) => !code.includes(`\`${name}\``))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test('lists units that are units', () => {
    const heading = lang === 'zh' ? '## 计量单位' : '## Units';
    const section = text.split(heading)[1]?.split('\n## ')[0] ?? '';
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    const units = [...rows.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
    expect(units.filter((unit) => parseUnit(unit) === undefined)).toEqual([]);
    expect(units.length).toBeGreaterThan(30);
  });
});
