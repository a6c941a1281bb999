// The small parts of a workbook: every element with its attributes as texts.
import { ByteText } from './byte-text.ts';
import { XmlScanner } from './xml-scanner.ts';

/** By name without prefix: `r:id` is `id`. */
export type Attributes = ReadonlyMap<string, string>;

export type ElementHandler = {
  readonly onOpen: (name: string, attributes: Attributes) => void;
  readonly onClose?: (name: string) => void;
};

export async function readElements(
  pieces: AsyncIterable<Buffer>,
  names: readonly string[],
  { onOpen, onClose }: ElementHandler,
): Promise<void> {
  const scanner = new XmlScanner(names, {
    wantsText: false,
    onOpen: (element, bytes, start, end) => {
      const name = names[element];
      if (name !== undefined) onOpen(name, readAttributes(bytes, start, end));
    },
    onClose: (element) => {
      const name = names[element];
      if (name !== undefined) onClose?.(name);
    },
    onText: () => undefined,
  });
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
}

const ATTRIBUTE = /([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function readAttributes(bytes: Uint8Array, start: number, end: number): Attributes {
  const tag = Buffer.from(bytes.subarray(start, end)).toString('utf8');
  return new Map(
    Array.from(tag.matchAll(ATTRIBUTE), ([, name = '', double, single]) => [
      name,
      unescape(double ?? single ?? ''),
    ]),
  );
}

function unescape(value: string): string {
  if (!/[&_]/.test(value)) return value;
  const text = new ByteText();
  const bytes = Buffer.from(value, 'utf8');
  text.append(bytes, 0, bytes.length, false);
  return text.toString();
}

/** Whether a flag attribute is set. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
