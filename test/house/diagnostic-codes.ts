// Finds the codes of findings and errors in our sources, so that each can be held against its wording.
import { filesUnder, read } from './repository.ts';

const SOURCES = filesUnder('src', /\.ts$/).filter(
  (file) => !/\.test\.ts$|\/messages\.ts$|\.d\.ts$/.test(file),
);

/** The code of every finding written out as an object: `{ code: 'x', severity: …`. */
const LITERAL = /\bcode: '(\w+)'(?: as const)?,\s*severity\b/g;

/** Functions, and the constructor of AppError, that take a code: `report(checker, code: string, …`. */
const TAKES_CODE =
  /(?:\bfunction (\w+)|\bconst (\w+) = |\b(constructor))\s*\(((?:[^()]|\([^()]*\))*?\bcode\??: [^)]*)\)/g;

/** The codes used in src, each with a file that uses it. */
export function usedCodes(): Map<string, string> {
  const used = new Map<string, string>();
  for (const file of SOURCES) {
    const source = read(file);
    for (const match of source.matchAll(LITERAL)) used.set(match[1] ?? '', file);
  }
  for (const [name, definedIn, position] of codeTakers()) {
    const call = new RegExp(String.raw`(?<![\w.]|function )${name}\(`, 'g');
    // A function that a file does not export is known in that file only.
    const callers =
      /\bexport function/.test(definitionLine(definedIn, name)) || name === 'new AppError'
        ? SOURCES
        : [definedIn];
    for (const file of callers) {
      const source = read(file);
      for (const match of source.matchAll(call)) {
        const argument = argumentsFrom(source, match.index + match[0].length)[position] ?? '';
        // In `x === 'flag' ? 'a' : 'b'` the codes are what is chosen, not what is compared.
        for (const literal of argument.matchAll(/(?<!== )'(\w+)'/g)) used.set(literal[1] ?? '', file);
      }
    }
  }
  return used;
}

/** Every text in src outside the tables of wordings, and the fixed beginning of every text with holes. */
export function textsInSource(): { readonly whole: Set<string>; readonly beginnings: Set<string> } {
  const sources = SOURCES.map(read);
  const matches = (pattern: RegExp): string[] =>
    sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''));
  return { whole: new Set(matches(/'(\w+)'/g)), beginnings: new Set(matches(/`(\w{4,})\$\{/g)) };
}

function codeTakers(): (readonly [name: string, file: string, position: number])[] {
  return SOURCES.flatMap((file) =>
    [...read(file).matchAll(TAKES_CODE)].map((match) => {
      const parameters = argumentsFrom(`${match[4] ?? ''})`, 0);
      const name = match[1] ?? match[2] ?? 'new AppError';
      return [name, file, parameters.findIndex((parameter) => /^code\b/.test(parameter))] as const;
    }),
  );
}

function definitionLine(file: string, name: string): string {
  return (
    read(file)
      .split('\n')
      .find((line) => line.includes(`function ${name}(`)) ?? ''
  );
}

/** The arguments of a call, as written, from just after its opening bracket. */
function argumentsFrom(source: string, start: number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < source.length; i++) {
    const char = source.charAt(i);
    const closes = ')]}'.includes(char);
    if ((char === ',' && depth === 0) || (closes && depth === 0)) {
      parts.push(source.slice(from, i).trim());
      from = i + 1;
    }
    if (closes && depth === 0) break;
    if (closes) depth--;
    if ('([{'.includes(char)) depth++;
  }
  return parts;
}
