import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAIN_START, type ChainedEvent, entryHash } from '#engine/proof/audit-chain.ts';
import { entryTextOf, syslogLine } from './syslog.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ']', '"', '\\', '甲"]\\\n', '] {', 'a\u0000b', '🦄'),
);

const entries = fc
  .record({
    actor: texts,
    actor_name: texts,
    object_id: texts,
    address: texts,
    request_id: texts,
    detail: texts,
  })
  .map(({ detail, ...text }): ChainedEvent => {
    const event = {
      zone: 'home',
      seq: 7,
      at: '2026-11-24T08:00:00.000Z',
      role: 'leader',
      action: 'create_park',
      object_type: 'park',
      outcome: 'refused' as const,
      details: { detail },
      ...text,
    };
    return { ...event, prev_hash: CHAIN_START, hash: entryHash(CHAIN_START, event) };
  });

test('a line is one line of RFC 5424, whatever people called things', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const line = syslogLine(entry);
      expect(line).not.toMatch(/\p{Cc}/u);
      expect(line).toMatch(
        /^<108>1 2026-11-24T08:00:00\.000Z \S{1,255} mujun - create_park \[audit@32473 zone="home" seq="7" actor="/,
      );
      expect(JSON.parse(entryTextOf(line) ?? '')).toEqual(entry);
    }),
  );
});

test.each([
  ['done', 110],
  ['refused', 108],
  ['failed', 107],
] as const)('what was %s has the priority %i', (outcome, priority) => {
  const [entry] = fc.sample(entries, 1);
  expect(entry && syslogLine({ ...entry, outcome })).toMatch(new RegExp(`^<${priority}>1 `));
});

test.each(['', '{"seq":1}', '<13>1 2026-11-24T08:00:00Z host sshd - - - accepted'])(
  'a line of somebody else is none of ours: %j',
  (line) => {
    expect(entryTextOf(line)).toBeUndefined();
  },
);
