// Whom an address stands for, where people are counted by it.

/** One household or office has a /64 of IPv6 addresses. */
export function addressKey(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
