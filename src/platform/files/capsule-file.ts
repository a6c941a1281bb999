// A capsule as one ZIP file. The same capsule gives the same bytes; what strangers send is unpacked within limits.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { AppError } from '#core/app-error.ts';
import { type Capsule, Manifest } from '#engine/proof/capsule.ts';

const MANIFEST_FILE = 'manifest.json';
const README_FILE = 'README.txt';
/** The format's calendar begins here; a capsule does not depend on the day it is written. */
const DATE = new Date(1980, 0, 1);
/** Of everything in it together: a small file may promise any amount. */
const LARGEST_MB = 1000;
const MOST_FILES = 20;

const README = `亩均效益评价运行凭证包
验证：mujun verify <本文件>
凭包内数据集与方案重新计算，结果须逐字节一致。

A capsule of a per-mu evaluation run.
To verify: mujun verify <this file>
The run is computed again from the dataset and the scheme inside; the result must be the same, byte by byte.
`;

export function packCapsule({ manifest, files }: Capsule): Uint8Array {
  const entries = {
    [MANIFEST_FILE]: strToU8(JSON.stringify(manifest, null, 2)),
    [README_FILE]: strToU8(README),
    ...files,
  };
  return zipSync(entries, { level: 6, mtime: DATE });
}

/** Throws `capsule_not_understood`, `capsule_too_large`. */
export function unpackCapsule(bytes: Uint8Array, name: string): Capsule {
  const refused = () => new AppError('capsule_not_understood', { file: name });
  let files: Record<string, Uint8Array>;
  let count = 0;
  let total = 0;
  try {
    files = unzipSync(bytes, {
      // Asked before anything is unpacked; the library then writes no more than what was declared here.
      filter: ({ size, originalSize }) => {
        count += 1;
        total += Math.max(size, originalSize);
        if (total > LARGEST_MB * 1_000_000)
          throw new AppError('capsule_too_large', { file: name, limit: LARGEST_MB });
        return count <= MOST_FILES;
      },
    });
  } catch (error) {
    throw error instanceof AppError ? error : refused();
  }
  const { [MANIFEST_FILE]: manifestBytes, [README_FILE]: _, ...rest } = files;
  if (manifestBytes === undefined) throw refused();
  const manifest = Manifest.safeParse(parseJson(strFromU8(manifestBytes)));
  if (!manifest.success) throw refused();
  return { manifest: manifest.data, files: rest };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
