// Merkle trees as in RFC 6962 (Certificate Transparency), section 2.1: one hash stands for a whole list, and each entry can
// show that it is in it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Hashes in hexadecimal from the leaf's neighbour up; `side` is where the neighbour stands. */
export type MerkleProof = readonly { readonly side: 'left' | 'right'; readonly hash: string }[];

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The prefix keeps a leaf from passing as a node. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256.create().update(LEAF).update(leaf).digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(NODE).update(left).update(right).digest();
}

/** The root and a way to it for every leaf. An empty list has the hash of nothing, as the RFC says. */
export function merkleTree(leaves: readonly Uint8Array[]): {
  readonly root: string;
  readonly proof: (index: number) => MerkleProof;
} {
  // Joining neighbours level by level, an odd last one moving up as it is, gives the tree of the RFC.
  const levels = [leaves.map(leafHash)];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    levels.push(joinNeighbours(level));
  }
  const root = levels.at(-1)?.[0] ?? sha256(new Uint8Array());
  return { root: bytesToHex(root), proof: (index) => proofOf(levels, index) };
}

function joinNeighbours(level: readonly Uint8Array[]): Uint8Array[] {
  const joined: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i] as Uint8Array;
    const right = level[i + 1];
    joined.push(right === undefined ? left : nodeHash(left, right));
  }
  return joined;
}

function proofOf(levels: readonly (readonly Uint8Array[])[], index: number): MerkleProof {
  let at = index;
  return levels.slice(0, -1).flatMap((level) => {
    const left = at % 2 === 1;
    const neighbour = level[left ? at - 1 : at + 1];
    at = Math.floor(at / 2);
    if (neighbour === undefined) return [];
    return [{ side: left ? ('left' as const) : ('right' as const), hash: bytesToHex(neighbour) }];
  });
}

/** Whether a list with this root holds this leaf. */
export function verifyMerkleProof(leaf: Uint8Array, proof: MerkleProof, root: string): boolean {
  let hash = leafHash(leaf);
  for (const step of proof) {
    if (!/^[0-9a-f]{64}$/.test(step.hash)) return false;
    const neighbour = hexToBytes(step.hash);
    hash = step.side === 'left' ? nodeHash(neighbour, hash) : nodeHash(hash, neighbour);
  }
  return bytesToHex(hash) === root;
}
