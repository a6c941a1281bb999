// Findings as lines a person can act on: where, what, and what to do.
import type { Diagnostic, Lang, Params, Wording } from '#core/diagnostic.ts';
import type { Located } from '#engine/scheme/read.ts';
import { describeFinding } from '#engine/messages.ts';
import { WORDINGS as SERVER_WORDINGS } from '#server/messages.ts';
import { CLI_MESSAGES } from './messages.ts';

const WORDINGS: Readonly<Record<string, Wording>> = {
  ...SERVER_WORDINGS,
  ...CLI_MESSAGES,
};

export type SchemePlace = {
  readonly file: string;
  readonly locate: (path: Diagnostic['path']) => Located | undefined;
};

const SEVERITY = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'note' },
} as const;

export function describeCode(code: string, params: Params, lang: Lang): string {
  const { message, hint } = describeFinding({ code, params }, lang, WORDINGS);
  return hint === undefined ? message : `${message}\n  ${hint}`;
}

/** One finding: `错误 data.csv 第 12 行 “用地面积” — …`, its hint on a line of its own. */
export function renderFinding(finding: Diagnostic, lang: Lang, scheme?: SchemePlace): string {
  const { message, hint } = describeFinding(finding, lang, WORDINGS);
  const where = placeText(finding, lang, scheme);
  const head = `${SEVERITY[finding.severity][lang]}${where === '' ? '' : ` ${where}`}`;
  return `${head} — ${message}${hint === undefined ? '' : `\n    ${hint}`}`;
}

function placeText({ place, path }: Diagnostic, lang: Lang, scheme: SchemePlace | undefined): string {
  if (place !== undefined) {
    const parts = [place.file ?? '', place.sheet === undefined ? '' : `[${place.sheet}]`];
    if (place.row !== undefined) parts.push(lang === 'zh' ? `第 ${place.row} 行` : `row ${place.row}`);
    if (place.column !== undefined)
      parts.push(lang === 'zh' ? `“${place.column}”列` : `column "${place.column}"`);
    return parts.filter((part) => part !== '').join(' ');
  }
  const keys = path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : key))
    .join('.')
    .replaceAll('.[', '[');
  if (scheme === undefined) return keys;
  const at = scheme.locate(path);
  const file = at === undefined ? scheme.file : `${scheme.file}:${at.line}:${at.column}`;
  return [file, keys].filter((part) => part !== '').join(' ');
}
