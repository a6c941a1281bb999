// The fonts of our documents, made from the slices of a package: 宋体 for text and its bold for titles. Making them takes
// a second or two, so they are kept on disk under a name that changes with the package.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { type FaceName, mergeSlices } from './merge.ts';

const FACES: readonly FaceName[] = [
  { family: 'Mujun Song', weight: 400 },
  { family: 'Mujun Song', weight: 700 },
];

/** To be raised when the way fonts are made changes. */
const FORMAT = 1;

/** Puts them into `folder`, unless they are there; several processes may do so at once. */
export async function makeFaces(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const face of FACES) await makeFace(face, folder);
}

const require = createRequire(import.meta.url);

async function makeFace(face: FaceName, folder: string): Promise<void> {
  const manifest = require.resolve('@fontsource-variable/noto-serif-sc/package.json');
  const version = createHash('sha256')
    .update(await readFile(manifest))
    .digest('hex')
    .slice(0, 12);
  const name = `${face.family}-${face.weight}-${FORMAT}-${version}.ttf`.replaceAll(' ', '-').toLowerCase();
  const kept = path.join(folder, name);
  if (existsSync(kept)) return;
  const made = mergeSlices(await slicesOf(path.join(path.dirname(manifest), 'files'), face.weight), face);
  const unfinished = path.join(folder, `${name}.${process.pid}.${randomBytes(4).toString('hex')}`);
  await writeFile(unfinished, made);
  await rename(unfinished, kept);
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
