// Turns the guide's Markdown into HTML while the pages are bundled, so that a browser needs no parser. The guide is our own text.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';
import type { Plugin } from 'vite';

const GUIDE = /\/docs\/guide\/(?:zh|en)\/([\w-]+)\.md\?guide$/;

/** `import { title, html } from '…/docs/guide/zh/evaluate.md?guide'`. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    load(id) {
      if (!GUIDE.test(id)) return undefined;
      const file = id.replace(/\?guide$/, '');
      this.addWatchFile(file);
      return moduleOf(readFileSync(file, 'utf8'), path.dirname(file));
    },
  };
}

/** Pictures become files of the bundle; other pages of the guide are linked by their name. */
function moduleOf(text: string, folder: string): string {
  const pictures: string[] = [];
  const marked = new Marked({
    walkTokens: (token) => {
      if (token.type === 'image') {
        pictures.push(path.resolve(folder, String(token.href)));
        token.href = `@@${pictures.length - 1}@@`;
      }
      if (token.type === 'link')
        token.href = String(token.href).replace(/^(?:\.\/)?([\w-]+)\.md(#.*)?$/, '$1$2');
    },
  });
  const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
  // What is wider than the page can be scrolled by keyboard too.
  const html = marked.parse(text, { async: false }).replaceAll(/<(pre|table)>/g, '<$1 tabindex="0">');
  return [
    ...pictures.map((picture, i) => `import p${i} from ${JSON.stringify(`${picture}?url`)};`),
    `const pictures = [${pictures.map((_, i) => `p${i}`).join(', ')}];`,
    `export const title = ${JSON.stringify(title)};`,
    `export const html = ${JSON.stringify(html)}.replace(/@@(\\d+)@@/g, (_, i) => pictures[i]);`,
  ].join('\n');
}
