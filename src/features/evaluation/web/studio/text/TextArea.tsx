// The scheme as text. What is typed goes to the form at once; what the form writes comes back as the smallest change.
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { describeFinding } from '#engine/messages.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import type { Draft, Finding } from '../model/read-draft.ts';
import type { StudioKit } from '../model/use-studio.ts';
import { FIELDS } from '../versions/diff-words.ts';
import { formulaAt, type FormulaOnLine, offersAt } from './complete.ts';
import { changeBetween, editorExtensions, marksOf, type OffersOnLine } from './editor-setup.ts';
import { FormulaLine } from './FormulaLine.tsx';
import { TEXT } from './text-words.ts';
import { COMMON_UNITS } from './unit-words.ts';
import './text.css';

type Props = {
  readonly text: string;
  readonly draft: Draft;
  readonly kit: StudioKit;
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
  /** A line to go to, and a number that is new each time it is asked for. */
  readonly jump: { readonly line: number; readonly time: number };
};

export function TextArea({ text, draft, kit, readOnly, onText, jump }: Props) {
  const t = useWords(TEXT);
  const { lang } = usePreferences();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const [formula, setFormula] = useState<FormulaOnLine>();
  const offers = useMemo((): OffersOnLine => {
    const index = lang === 'zh' ? 0 : 1;
    const keys = Object.entries(FIELDS).map(([key, pair]) => [key, pair[index]] as const);
    return (line, column) =>
      offersAt({ line, column, kit: kit.formulas, classes: kit.classes, units: COMMON_UNITS, keys, lang });
  }, [kit, lang]);
  const latest = useRef({ offers, onText });
  useEffect(() => {
    latest.current = { offers, onText };
  }, [offers, onText]);

  useEffect(() => {
    const editor = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({
        doc: '',
        extensions: [
          editorExtensions({
            label: t.area,
            offers: () => latest.current.offers,
            onText: (changed) => latest.current.onText(changed),
            onCursor: (line, column) => setFormula(formulaAt(line, column)),
          }),
          EditorState.readOnly.of(readOnly),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [readOnly, t]);

  useEffect(() => {
    const editor = view.current;
    const change = changeBetween(editor?.state.doc.toString() ?? '', text);
    if (change !== undefined) editor?.dispatch({ changes: change });
  }, [text, readOnly, t]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || draft.text !== editor.state.doc.toString()) return;
    const word = (finding: Finding): string => {
      const { message, hint } = describeFinding(finding, lang);
      return hint === undefined ? message : `${message}\n${hint}`;
    };
    const doc: Text = editor.state.doc;
    editor.dispatch(setDiagnostics(editor.state, marksOf(doc, draft.findings, word)));
  }, [draft, lang, readOnly, t]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || jump.line < 1 || jump.line > editor.state.doc.lines) return;
    const { from } = editor.state.doc.line(jump.line);
    editor.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    editor.focus();
  }, [jump]);

  return (
    <div className="mj-studio-text">
      <div ref={host} className="mj-studio-editor" />
      <FormulaLine formula={formula?.text} kit={kit.formulas} />
    </div>
  );
}
