// The text editor's parts: YAML colours from our tokens, findings in the margin, completion, keys.
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic as Mark, lintGutter, lintKeymap } from '@codemirror/lint';
import { type Extension, Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Finding } from '../model/read-draft.ts';
import type { Offers } from './complete.ts';

/** A column of the document's line that holds the cursor, and what can be written there. */
export type OffersOnLine = (line: string, column: number) => Offers | undefined;

type Setup = {
  readonly label: string;
  readonly offers: () => OffersOnLine;
  readonly onText: (text: string) => void;
  readonly onCursor: (line: string, column: number) => void;
};

export function editorExtensions({ label, offers, onText, onCursor }: Setup): Extension {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const found = offers()(line.text, context.pos - line.from);
    if (found === undefined) return null;
    // A list that opens by itself at every empty place would be in the way.
    if (!context.explicit && line.from + found.from === context.pos) return null;
    return { from: line.from + found.from, options: [...found.options], validFor: /^[\w%/\u4e00-\u9fff]*$/ };
  };
  return [
    lineNumbers(),
    history(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    yaml(),
    syntaxHighlighting(classHighlighter),
    lintGutter(),
    autocompletion({ override: [complete], icons: false }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(update.state.doc.toString());
      if (update.selectionSet || update.docChanged) {
        const { head } = update.state.selection.main;
        const line = update.state.doc.lineAt(head);
        onCursor(line.text, head - line.from);
      }
    }),
  ];
}

/** Findings as marks in the margin: from their place to the end of that line. */
export function marksOf(doc: Text, findings: readonly Finding[], word: (finding: Finding) => string): Mark[] {
  return findings.flatMap((finding): Mark[] => {
    const { line = 1, column = 1 } = finding.at ?? {};
    if (line > doc.lines) return [];
    const { from, to } = doc.line(line);
    return [
      { from: Math.min(from + column - 1, to), to, severity: finding.severity, message: word(finding) },
    ];
  });
}

/** The piece in which two texts differ, so that the cursor and what can be undone stay. */
export function changeBetween(
  before: string,
  after: string,
): { from: number; to: number; insert: string } | undefined {
  if (before === after) return undefined;
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  let end = 0;
  const most = Math.min(before.length, after.length) - from;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
