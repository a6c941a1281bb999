// The bytes of a CSV as UTF-8, whatever the file is written in, read piece by piece into the caller's buffer.
import { readSync } from 'node:fs';
import { TextDecoder } from 'node:util';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export type ByteSource = {
  /** Appends bytes at `into[at]`; returns how many, 0 at the end of the file. Throws when the text is not in its encoding. */
  readonly read: (into: Buffer, at: number) => number;
  /** Bytes of the file read so far. */
  readonly done: () => number;
};

export function utf8Source(fd: number, start: number): ByteSource {
  let position = start;
  return {
    read(into, at) {
      const got = readSync(fd, into, at, into.length - at, position);
      position += got;
      return got;
    },
    done: () => position,
  };
}

export type Decoding = {
  readonly encoding: Encoding;
  /** The file ends its lines in a carriage return alone, as old Macintosh programs do. */
  readonly returnsOnly: boolean;
  /** Bytes of the decoded text to pass over. */
  readonly skip: number;
};

export function decodedSource(fd: number, { encoding, returnsOnly, skip }: Decoding): ByteSource {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let raw = Buffer.alloc(0);
  let position = 0;
  let ended = false;
  let unskipped = skip;
  const next = (into: Buffer, at: number): number => {
    // Two bytes of GB 18030 or UTF-16 become at most three of UTF-8.
    const most = Math.floor((into.length - at - 8) / 3) * 2;
    if (raw.length < most) raw = Buffer.allocUnsafeSlow(most);
    const got = readSync(fd, raw, 0, most, position);
    position += got;
    ended = got === 0;
    const text = decoder.decode(raw.subarray(0, got), { stream: !ended });
    const written = into.write(returnsOnly ? text.replaceAll('\r', '\n') : text, at, 'utf8');
    const passed = Math.min(unskipped, written);
    unskipped -= passed;
    into.copyWithin(at, at + passed, at + written);
    return written - passed;
  };
  return {
    read(into, at) {
      let got = 0;
      while (got === 0 && !ended) got = next(into, at);
      return got;
    },
    done: () => position,
  };
}
