import { expect, test } from 'vitest';
import { runCommandLine } from '#cli/command-line.ts';
import type { Lang } from '#core/diagnostic.ts';
import { terminalPicture } from '#test/kit/terminal-picture.ts';
import { absolute, isRecord, read } from './repository.ts';

const CELLS = 116;

/** What `npm run -s demo` prints. */
async function demo(lang: Lang): Promise<string> {
  const manifest: unknown = JSON.parse(read('package.json'));
  const scripts = isRecord(manifest) && isRecord(manifest['scripts']) ? manifest['scripts'] : {};
  const [, call = ''] = String(scripts['demo']).split('src/cli/main.ts ');
  const printed: string[] = [];
  const ignore = (): void => undefined;
  const io = { lang, out: (text: string) => void printed.push(text), err: ignore, progress: ignore };
  expect(await runCommandLine([...call.split(' '), '--lang', lang], io)).toBe(0);
  return printed.join('\n');
}

// `npm test -- -u` draws the pictures anew.
test.each([
  ['zh', 'npm run -s demo'],
  ['en', 'npm run -s demo -- --lang en'],
] as const)('the picture in the README shows what the demo prints (%s)', async (lang, command) => {
  const picture = terminalPicture(command, await demo(lang), CELLS);
  await expect(picture).toMatchFileSnapshot(absolute(`docs/images/demo.${lang}.svg`));
});
