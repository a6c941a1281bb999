import { describe, expect, test } from 'vitest';
import { textsInSource, usedCodes } from './diagnostic-codes.ts';
import { absolute, filesUnder, isRecord, read } from './repository.ts';

type Entry = {
  readonly code: string;
  readonly file: string;
  readonly texts: readonly { readonly zh: string; readonly en: string }[];
};

const ENTRIES = await allWordings();

/**
 * Every wording of every `messages.ts`; a table is any exported object in it. A file may gather the tables of the
 * folders below it: a wording counts once, where it is written.
 */
async function allWordings(): Promise<Entry[]> {
  const deepestFirst = filesUnder('src', /^messages\.ts$/).toSorted(
    (a, b) => b.split('/').length - a.split('/').length,
  );
  const seen = new Set<unknown>();
  const entries: Entry[] = [];
  for (const file of deepestFirst) {
    const module: unknown = await import(absolute(file));
    const tables = Object.values(isRecord(module) ? module : {}).filter(isRecord);
    for (const [code, wording] of tables.flatMap(Object.entries<unknown>)) {
      if (!seen.has(wording)) entries.push({ code, file, texts: textsOf(wording) });
      seen.add(wording);
    }
  }
  return entries;
}

/** The wording and its hint as pairs of languages; a language that is absent is the empty text. */
function textsOf(wording: unknown): { readonly zh: string; readonly en: string }[] {
  if (!isRecord(wording)) return [{ zh: '', en: '' }];
  const { zh, en, hint } = wording;
  const own = { zh: typeof zh === 'string' ? zh : '', en: typeof en === 'string' ? en : '' };
  return hint === undefined ? [own] : [own, ...textsOf(hint)];
}

/** Texts of any file that are more Chinese than Latin: explanations and help are wordings too. A hole counts as `{}`. */
function chineseTexts(): { readonly file: string; readonly text: string }[] {
  const files = filesUnder('src', /\.ts$/).filter((file) => !file.endsWith('.test.ts'));
  const literals = files.flatMap((file) =>
    [...read(file).matchAll(/(?<!\ben: )'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/g)].map(([, plain, template]) => ({
      file,
      text: withoutFormulas((plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '{}')),
    })),
  );
  const count = (text: string, letters: RegExp): number => [...text.matchAll(letters)].length;
  return literals.filter(({ text }) => count(text, /\p{Script=Han}/gu) > count(text, /\p{Script=Latin}/gu));
}

/** A text less its formulas, such as `if(条件, 1, 0)`. */
function withoutFormulas(text: string): string {
  return text.replace(/\w+\([^()]*\)/g, '');
}

/** What a text takes; the two languages of one name, `{zh}` and `{en}`, count as the same. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) =>
    (match[1] ?? '').replace(/(?<=^|_)(?:zh|en)$/, 'name'),
  );
  return [...new Set(names)].toSorted();
}

/** Codes of the entries that break a rule. */
function breaking(breaks: (entry: Entry) => boolean): string[] {
  return ENTRIES.filter(breaks).map(({ file, code }) => `${file}: ${code}`);
}

describe('wordings', () => {
  test('every code that is raised has one', () => {
    const worded = new Set(ENTRIES.map(({ code }) => code));
    const used = usedCodes();
    expect([...used].filter(([code]) => !worded.has(code)).map(([code, file]) => `${file}: ${code}`)).toEqual(
      [],
    );
    expect(used.size).toBeGreaterThan(0);
  });

  test('every one is raised somewhere', () => {
    const { whole, beginnings } = textsInSource();
    const isUsed = (code: string): boolean =>
      whole.has(code) || [...beginnings].some((start) => code.startsWith(start));
    expect(breaking(({ code }) => !isUsed(code))).toEqual([]);
  });

  test('a code has one wording, in snake_case', () => {
    const counts = new Map<string, number>();
    for (const { code } of ENTRIES) counts.set(code, (counts.get(code) ?? 0) + 1);
    expect(
      breaking(({ code }) => counts.get(code) !== 1 || !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(code)),
    ).toEqual([]);
  });

  test('Chinese and English say the same: both are there and take the same parameters', () => {
    const differs = (entry: Entry): boolean =>
      entry.texts.some(
        ({ zh, en }) =>
          zh.trim() === '' || en.trim() === '' || String(placeholders(zh)) !== String(placeholders(en)),
      );
    expect(breaking(differs)).toEqual([]);
  });

  test('Chinese is written as Chinese: full-width punctuation, no exclamation marks', () => {
    const faulty = /[\p{Script=Han}}”][,:;?!(]|[,:;?!)]\p{Script=Han}|！/u;
    const wordings = ENTRIES.flatMap(({ file, texts }) =>
      texts.map(({ zh }) => ({ file, text: withoutFormulas(zh) })),
    );
    const faults = [...wordings, ...chineseTexts()].filter(({ text }) => faulty.test(text));
    expect([...new Set(faults.map(({ file, text }) => `${file}: ${text}`))]).toEqual([]);
  });
});
