// The draft in hand: its text, what the text says, edits from the form, and where it is kept.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { type Edit, editText, moveElement } from '#engine/scheme/edit.ts';
import { type FormulaKit, formulaKit } from '#engine/scheme/formula-facts.ts';
import type { Scheme } from '#engine/scheme/shape/scheme.ts';
import { type DraftPlace, dropDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { type Draft, readDraft } from './read-draft.ts';

/** What editors of formulas need to know; of the last text that was a scheme. */
export type StudioKit = {
  readonly formulas: FormulaKit | undefined;
  readonly classes: readonly string[];
  readonly categories: readonly { readonly name: string; readonly zh: string; readonly en: string }[];
};

export type Studio = {
  readonly text: string;
  readonly draft: Draft;
  readonly kit: StudioKit;
  readonly isChanged: boolean;
  /** When the draft that was found here had been kept. */
  readonly restoredAt: string | undefined;
  readonly isKept: boolean;
  readonly setText: (text: string) => void;
  readonly edit: (edits: readonly Edit[]) => void;
  readonly move: (path: Path, from: number, to: number) => void;
  readonly discard: () => void;
};

const TYPING_MS = 150;

export function useStudio(place: DraftPlace, saved: string): Studio {
  const { zone, scheme, version } = place;
  const stable = useMemo((): DraftPlace => ({ zone, scheme, version }), [zone, scheme, version]);
  const found = useMemo(() => keptDraft(localStorage, stable, saved), [stable, saved]);
  const [restoredAt, setRestoredAt] = useState(found?.at);
  const [text, setTextState] = useState(found?.text ?? saved);
  const [draft, setDraft] = useState(() => readDraft(found?.text ?? saved));
  const [isKept, setKept] = useState(true);
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
  }, [text]);

  // While somebody types the text is read when the typing pauses.
  useEffect(() => {
    if (draft.text === text) return undefined;
    const timer = setTimeout(() => setDraft(readDraft(text)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, draft]);

  useEffect(() => {
    if (text === saved) dropDraft(localStorage, stable);
    else setKept(keepDraft(localStorage, stable, text, new Date()));
  }, [text, saved, stable]);

  const write = useCallback((next: string): void => {
    latest.current = next;
    setTextState(next);
    setDraft(readDraft(next));
  }, []);
  const edit = useCallback((edits: readonly Edit[]) => write(editText(latest.current, edits)), [write]);
  const move = useCallback(
    (path: Path, from: number, to: number) => write(moveElement(latest.current, path, from, to)),
    [write],
  );
  const discard = useCallback(() => {
    setRestoredAt(undefined);
    write(saved);
  }, [saved, write]);

  return {
    text,
    draft,
    kit: useKit(draft),
    isChanged: text !== saved,
    restoredAt,
    isKept,
    setText: setTextState,
    edit,
    move,
    discard,
  };
}

const NOTHING_KNOWN: StudioKit = { formulas: undefined, classes: [], categories: [] };

function useKit({ scheme }: Draft): StudioKit {
  const kit = useMemo(() => (scheme === undefined ? undefined : kitOf(scheme)), [scheme]);
  const [last, setLast] = useState(kit ?? NOTHING_KNOWN);
  if (kit !== undefined && kit !== last) setLast(kit);
  return kit ?? last;
}

function kitOf(scheme: Scheme): StudioKit {
  const { classes, inputs } = scheme;
  const named = [
    ...Object.keys(classes?.quotas ?? classes?.thresholds ?? {}),
    ...Object.keys(classes?.names ?? {}),
    ...(classes?.exempt ?? []).map((exemption) => exemption.class),
  ];
  const categories = Object.entries(inputs)
    .filter(([, { type }]) => type === 'category' || type === 'flag')
    .map(([name, { zh, en }]) => ({ name, zh: zh ?? en ?? name, en: en ?? zh ?? name }));
  return { formulas: formulaKit(scheme), classes: [...new Set(named)], categories };
}
