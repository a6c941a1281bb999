// sharedStrings.xml: the texts of a workbook, which its cells name by number. Kept as bytes: a million texts of JavaScript
// take five times as much.
import { ByteText } from './byte-text.ts';
import { XlsxFault } from './fault.ts';
import { XmlScanner } from './xml-scanner.ts';

export type SharedStrings = {
  readonly count: number;
  readonly bytes: Buffer;
  /** Text i is `bytes[starts[i] .. starts[i + 1])`. */
  readonly starts: Uint32Array;
};

export const NO_STRINGS: SharedStrings = { count: 0, bytes: Buffer.alloc(0), starts: new Uint32Array(1) };

const NAMES = ['si', 't', 'rPh'];
const [SI, T, RPH] = [0, 1, 2];

const LARGEST_BYTES = 500_000_000;

/** `size` is that of the XML, which is longer than the texts in it. */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>, size: number): Promise<SharedStrings> {
  if (size > LARGEST_BYTES) {
    const params = { size: Math.ceil(size / 1e6), limit: LARGEST_BYTES / 1e6 };
    throw new XlsxFault({ code: 'file_too_large', severity: 'error', params });
  }
  const text = new ByteText(size);
  let starts = new Uint32Array(1024);
  let count = 0;
  let phonetic = 0;
  const scanner = new XmlScanner(NAMES, {
    wantsText: false,
    onOpen(element) {
      if (element === RPH) phonetic += 1;
      else if (element === T) this.wantsText = phonetic === 0;
    },
    onClose(element) {
      this.wantsText = false;
      if (element === RPH) phonetic -= 1;
      if (element !== SI) return;
      count += 1;
      if (count === starts.length) starts = widen(starts);
      starts[count] = text.length;
    },
    onText: (bytes, start, end, isRaw) => {
      text.append(bytes, start, end, isRaw);
    },
  });
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
  return { count, bytes: text.bytes, starts };
}

function widen(starts: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(starts.length * 2);
  wider.set(starts);
  return wider;
}
