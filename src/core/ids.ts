// Identifiers: UUID version 7, so that rows written one after the other also lie one after the other.
import { z } from 'zod';

/** Names a zone in addresses and in every key: short, lower case, never renamed. */
export const ZoneId = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/);

export const Uuid = z.uuid();

/**
 * RFC 9562 version 7.
 * @param milliseconds since 1970; 48 bits of the result
 * @param random 10 bytes, of which 74 bits are used
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const high = Math.floor(milliseconds / 65_536);
  const low = milliseconds % 65_536;
  const bytes = [
    (high >>> 24) & 255,
    (high >>> 16) & 255,
    (high >>> 8) & 255,
    high & 255,
    (low >>> 8) & 255,
    low & 255,
    0x70 | ((random[0] ?? 0) & 15),
    random[1] ?? 0,
    0x80 | ((random[2] ?? 0) & 63),
    ...random.subarray(3, 10),
  ];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
