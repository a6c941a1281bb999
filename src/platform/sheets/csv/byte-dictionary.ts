// Distinct byte strings in order of first appearance. A category column of a million rows has a few dozen labels:
// looking its bytes up here spares making, and throwing away, a million strings.

const EMPTY = -1;

export class ByteDictionary {
  size = 0;
  private slots = new Int32Array(64).fill(EMPTY);
  private hashes = new Int32Array(32);
  private ends = new Uint32Array(32);
  private bytes = Buffer.allocUnsafe(512);

  labels(): string[] {
    return Array.from({ length: this.size }, (_, code) =>
      this.bytes.toString('utf8', this.startOf(code), this.ends[code]),
    );
  }

  /** The code of the bytes `start` to `end`, which are added when they are new. `hash` is their `hashBytes`. */
  codeOf(source: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.slots[slot] as number;
      if (code === EMPTY) return this.add(source, start, end, hash);
      if (this.hashes[code] === hash && this.isLabel(code, source, start, end)) return code;
      slot = (slot + 1) & mask;
    }
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] as number);
  }

  private isLabel(code: number, source: Uint8Array, start: number, end: number): boolean {
    let at = this.startOf(code);
    if ((this.ends[code] as number) - at !== end - start) return false;
    for (let p = start; p < end; p++) if (this.bytes[at++] !== source[p]) return false;
    return true;
  }

  private add(source: Uint8Array, start: number, end: number, hash: number): number {
    const code = this.size;
    this.size += 1;
    if (code >= this.hashes.length) this.growLabels();
    if (this.size * 2 > this.slots.length) this.growSlots(code);
    const at = this.startOf(code);
    if (at + end - start > this.bytes.length) {
      const wider = Buffer.allocUnsafe((at + end - start) * 2);
      this.bytes.copy(wider, 0, 0, at);
      this.bytes = wider;
    }
    this.bytes.set(source.subarray(start, end), at);
    this.ends[code] = at + end - start;
    this.hashes[code] = hash;
    this.place(code, hash);
    return code;
  }

  private place(code: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
    this.slots[slot] = code;
  }

  private growLabels(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const ends = new Uint32Array(this.ends.length * 2);
    ends.set(this.ends);
    this.ends = ends;
  }

  private growSlots(labels: number): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(EMPTY);
    for (let code = 0; code < labels; code++) this.place(code, this.hashes[code] as number);
  }
}

export const HASH_SEED = 0x811c9dc5 | 0;

/** FNV-1a. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** Spreads the bits once more, so that the low ones, which choose the slot, depend on every byte. */
export function foldHash(hash: number): number {
  return hash ^ (hash >>> 15);
}

export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let p = start; p < end; p++) hash = hashByte(hash, bytes[p] as number);
  return foldHash(hash);
}
