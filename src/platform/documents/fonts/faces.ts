// The fonts of our documents, made from the slices of two packages: 宋体 for text, its bold for titles, 黑体 for headings.
// Making them takes a few seconds, so they are kept on disk under a name that changes with the packages.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { type FaceName, mergeSlices } from './merge.ts';

type Face = FaceName & { readonly packageName: string };

export const SONG = 'Mujun Song';
export const HEI = 'Mujun Hei';

const FACES: readonly Face[] = [
  { family: SONG, weight: 400, packageName: '@fontsource-variable/noto-serif-sc' },
  { family: SONG, weight: 700, packageName: '@fontsource-variable/noto-serif-sc' },
  { family: HEI, weight: 400, packageName: '@fontsource-variable/noto-sans-sc' },
];

/** To be raised when the way fonts are made changes. */
const FORMAT = 1;

/** `folder` is where they are kept; several processes may make them at once. */
export async function loadFaces(folder: string): Promise<Buffer[]> {
  await mkdir(folder, { recursive: true });
  const faces: Buffer[] = [];
  for (const face of FACES) faces.push(await loadFace(face, folder));
  return faces;
}

const packageFile = createRequire(import.meta.url);

async function loadFace(face: Face, folder: string): Promise<Buffer> {
  const manifest = packageFile.resolve(`${face.packageName}/package.json`);
  const version = createHash('sha256').update(await readFile(manifest)).digest('hex').slice(0, 12);
  const name = `${face.family}-${face.weight}-${FORMAT}-${version}.ttf`.replaceAll(' ', '-').toLowerCase();
  const kept = path.join(folder, name);
  if (existsSync(kept)) return readFile(kept);
  const made = mergeSlices(await slicesOf(path.join(path.dirname(manifest), 'files'), face.weight), face);
  const unfinished = path.join(folder, `${name}.${process.pid}.${Date.now()}`);
  await writeFile(unfinished, made);
  await rename(unfinished, kept);
  return made;
}

/** Every slice as TrueType at one weight. */
async function slicesOf(folder: string, weight: number): Promise<Buffer[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('-wght-normal.woff2')).toSorted();
  const slices: Buffer[] = [];
  for (const file of files) {
    const slice = await readFile(path.join(folder, file));
    slices.push(
      await subsetFont(slice, undefined, {
        keepAllGlyphs: true,
        targetFormat: 'truetype',
        variationAxes: { wght: weight },
        noHinting: true,
        dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx'],
      }),
    );
  }
  return slices;
}
