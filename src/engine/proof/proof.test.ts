import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditEvent, CHAIN_START, type ChainedEvent, entryHash, verifyChain } from './audit-chain.ts';
import { canonicalJson } from './canonical-json.ts';
import { leafHash, merkleTree, verifyMerkleProof } from './merkle.ts';

describe('canonical JSON', () => {
  test('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});

describe('a Merkle tree', () => {
  // The eight entries and roots that RFC 6962's reference implementation tests with.
  const LEAVES = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const ROOTS = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  test.each(ROOTS.map((root, i) => [i + 1, root] as const))(
    'of %i entries has the root of the RFC',
    (count, root) => {
      expect(merkleTree(LEAVES.slice(0, count).map(hexToBytes)).root).toBe(root);
    },
  );

  const leavesOf = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 });

  test('holds each of its leaves, and no other', () => {
    fc.assert(
      fc.property(leavesOf, fc.nat(), fc.string(), (texts, pick, other) => {
        const leaves = texts.map((text) => utf8ToBytes(text));
        const { root, proof } = merkleTree(leaves);
        const index = pick % leaves.length;
        expect(verifyMerkleProof(leaves[index] ?? new Uint8Array(), proof(index), root)).toBe(true);
        fc.pre(other !== texts[index]);
        expect(verifyMerkleProof(utf8ToBytes(other), proof(index), root)).toBe(false);
      }),
    );
  });

  test('does not take an inner node for a leaf', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) => utf8ToBytes(text));
    const { root, proof } = merkleTree([a, b, c, d].filter((leaf) => leaf !== undefined));
    const inner = Uint8Array.of(...leafHash(a ?? new Uint8Array()), ...leafHash(b ?? new Uint8Array()));
    expect(verifyMerkleProof(inner, proof(0).slice(1), root)).toBe(false);
    expect(bytesToHex(inner)).toHaveLength(128);
  });
});

describe('the audit chain', () => {
  const event = (seq: number, action: string): AuditEvent => ({
    zone: 'home',
    seq,
    at: '2026-11-24T08:00:00.000Z',
    actor: 'u1',
    actor_name: '张三',
    role: 'leader',
    action,
    object_type: 'park',
    object_id: 'p',
    outcome: 'done',
    address: '',
    request_id: 'r',
    details: { name: '园', n: seq },
  });

  function chainOf(actions: readonly string[]): ChainedEvent[] {
    const chain: ChainedEvent[] = [];
    for (const [i, action] of actions.entries()) {
      const prev = chain.at(-1)?.hash ?? CHAIN_START;
      const entry = event(i + 1, action);
      chain.push({ ...entry, prev_hash: prev, hash: entryHash(prev, entry) });
    }
    return chain;
  }

  const chains = fc.array(fc.string(), { minLength: 2, maxLength: 12 }).map(chainOf);
  const headOf = (chain: readonly ChainedEvent[]) => chain.at(-1) ?? { seq: 0, hash: CHAIN_START };

  test('that nobody touched is whole', async () => {
    await fc.assert(
      fc.asyncProperty(chains, async (chain) => {
        const report = await verifyChain(chain, headOf(chain));
        expect(report).toEqual({ ok: true, entries: chain.length, head: headOf(chain).hash });
      }),
    );
  });

  const TAMPERING: Record<string, (chain: ChainedEvent[], at: number) => ChainedEvent[]> = {
    'a changed word': (chain, at) =>
      chain.map((entry, i) => (i === at ? { ...entry, action: `${entry.action}x` } : entry)),
    'a changed detail': (chain, at) =>
      chain.map((entry, i) => (i === at ? { ...entry, details: { ...entry.details, n: -1 } } : entry)),
    'a missing entry': (chain, at) => chain.toSpliced(at, 1),
    'an entry too many': (chain, at) => chain.toSpliced(at, 0, chain[at] ?? headEntry(chain)),
    'two entries swapped': (chain, at) => {
      const other = (at + 1) % chain.length;
      return chain.map((entry, i) => (i === at ? chain[other] : i === other ? chain[at] : entry) ?? entry);
    },
    'a changed entry with a new hash of its own': (chain, at) =>
      chain.map((entry, i) => {
        if (i !== at) return entry;
        const { prev_hash: prev, hash: _, ...rest } = entry;
        const changed = { ...rest, actor: 'somebody else' };
        return { ...changed, prev_hash: prev, hash: entryHash(prev, changed) };
      }),
  };
  const headEntry = (chain: readonly ChainedEvent[]): ChainedEvent =>
    chain.at(-1) ?? chainOf(['x']).flat()[0] ?? never();
  const never = (): never => {
    throw new Error('an empty chain');
  };

  test.each(Object.entries(TAMPERING))('finds %s', async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(chains, fc.nat(), async (chain, pick) => {
        const report = await verifyChain(tamper(chain, pick % chain.length), headOf(chain));
        expect(report.ok).toBe(false);
      }),
    );
  });
});
