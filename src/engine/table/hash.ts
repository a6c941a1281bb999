// The name of a table: a hash of its content that no file format, column order or label order changes.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CategoryColumn, Column, NumberColumn, Table, TextColumn } from './column.ts';

export type Hasher = { readonly update: (bytes: Uint8Array) => unknown; readonly digest: () => Uint8Array };

export function hasher(): Hasher {
  return sha256.create();
}

export function hexDigest(hash: Hasher): string {
  return bytesToHex(hash.digest());
}

/** SHA-256 as hexadecimal text. Every part is preceded by its length, so that no two contents run together. */
export function hashTable(table: Table): string {
  const hash = hasher();
  updateWithTable(hash, table);
  return hexDigest(hash);
}

export function updateWithTable(hash: Hasher, table: Table): void {
  updateWithNumber(hash, table.rows);
  const names = [...table.columns.keys()].toSorted();
  updateWithNumber(hash, names.length);
  for (const name of names) {
    updateWithText(hash, name);
    updateWithColumn(hash, table.columns.get(name) as Column);
  }
}

export function updateWithColumn(hash: Hasher, column: Column): void {
  updateWithText(hash, column.kind);
  if (column.kind === 'number') updateWithNumbers(hash, column);
  else if (column.kind === 'category') updateWithCategory(hash, column);
  else updateWithTexts(hash, column);
}

export function updateWithText(hash: Hasher, text: string): void {
  const bytes = new TextEncoder().encode(text);
  updateWithNumber(hash, bytes.length);
  hash.update(bytes);
}

function updateWithNumber(hash: Hasher, value: number): void {
  hash.update(bytesOf(Float64Array.of(value)));
}

const BLOCK = 8192;

/** Absent is one bit pattern and zero has no sign: what compares equal hashes equal. */
function updateWithNumbers(hash: Hasher, { values }: NumberColumn): void {
  const block = new Float64Array(BLOCK);
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, values.length);
    for (let i = start; i < end; i++) {
      const value = values[i] as number;
      block[i - start] = Number.isNaN(value) ? Number.NaN : value + 0;
    }
    hash.update(bytesOf(block.subarray(0, end - start)));
  }
}

/** Only the labels in use count, in their own order. */
function updateWithCategory(hash: Hasher, { codes, labels }: CategoryColumn): void {
  const used = new Set(codes);
  const kept = [...new Set(labels.filter((_, code) => used.has(code)))].toSorted();
  const place = new Map(kept.map((label, i) => [label, i]));
  const placeOf = Int32Array.from(labels, (label) => place.get(label) ?? -1);
  updateWithNumber(hash, kept.length);
  for (const label of kept) updateWithText(hash, label);
  hash.update(bytesOf(codes.map((code) => (code < 0 ? -1 : (placeOf[code] as number)))));
}

function updateWithTexts(hash: Hasher, { bytes, offsets }: TextColumn): void {
  const first = offsets[0] ?? 0;
  const last = offsets.at(-1) ?? 0;
  hash.update(bytesOf(offsets.map((offset) => offset - first)));
  hash.update(bytes.subarray(first, last));
}

/** Typed arrays are little-endian on every machine that runs JavaScript today. */
function bytesOf(values: Float64Array | Int32Array | Uint32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
