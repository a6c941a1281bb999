// What every field of the form shares: the data of the text, its findings, and the way to write into the text.
import { createContext, useContext } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { type Edit, valueIn } from '#engine/scheme/edit.ts';
import { usePreferences } from '#web/client/preferences.ts';
import type { Finding } from '../model/read-draft.ts';
import type { StudioKit } from '../model/use-studio.ts';

export type FormTools = {
  readonly data: unknown;
  readonly findings: readonly Finding[];
  readonly kit: StudioKit;
  readonly disabled: boolean;
  readonly edit: (edits: readonly Edit[]) => void;
  readonly move: (path: Path, from: number, to: number) => void;
};

const Context = createContext<FormTools | undefined>(undefined);

export const FormProvider = Context.Provider;

/** Apart from the tools: where it leads depends on what is shown, and no field need be drawn anew for it. */
const ShowContext = createContext<(path: Path) => void>(() => undefined);
export const ShowProvider = ShowContext.Provider;
/** Goes to where something stands in the text. */
export const useShow = (): ((path: Path) => void) => useContext(ShowContext);

export function useForm(): FormTools {
  const tools = useContext(Context);
  if (tools === undefined) throw new Error('a field stands in a form');
  return tools;
}

/** What the thing at a path is called, in the reader's language where the scheme says it; else its name. */
export function useLabelAt(): (path: Path) => string {
  const { data } = useForm();
  const { lang } = usePreferences();
  return (path) => {
    const labels = [valueIn(data, [...path, 'zh']), valueIn(data, [...path, 'en'])].map(textOf);
    const inOrder = lang === 'zh' ? labels : labels.toReversed();
    return inOrder.find((one) => one !== '') ?? String(path.at(-1));
  };
}

export const keysIn = (data: unknown, path: Path): string[] => {
  const value = valueIn(data, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
};

export const listIn = (data: unknown, path: Path): readonly unknown[] => {
  const value = valueIn(data, path);
  return Array.isArray(value) ? value : [];
};

/** As a field shows it; a map is left to the text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A number where it reads as one; a percentage, the name of a parameter and a formula stay text; nothing is no value. */
export function numberOrText(text: string): number | string | undefined {
  const trimmed = text.trim().normalize('NFKC');
  if (trimmed === '') return undefined;
  return /^-?\d+(?:\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}

export const isPercentage = (text: string): boolean => /^-?\d+(?:\.\d+)?%$/.test(text.trim());

/** The parameter whose name stands at a path, if one does: its number is what a reader means by this place. */
export function parameterAt(data: unknown, path: Path): string | undefined {
  const stated = valueIn(data, path);
  const isName = typeof stated === 'string' && valueIn(data, ['parameters', stated]) !== undefined;
  return isName ? stated : undefined;
}

/** The number at a path, its own or a parameter's; a percentage as a share. NaN for what only the engine can work out. */
export function numberAt(data: unknown, path: Path): number {
  const parameter = parameterAt(data, path);
  const text = textOf(
    valueIn(data, parameter === undefined ? path : ['parameters', parameter, 'value']),
  ).trim();
  const share = /^(-?\d+(?:\.\d+)?)%$/.exec(text);
  if (share !== null) return Number(share[1]) / 100;
  return text === '' ? Number.NaN : Number(text);
}
