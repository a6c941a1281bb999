// What may be attached to one appeal: told before anything is sent, and held by the server.

export const MOST_EVIDENCE = 10;
export const LARGEST_EVIDENCE = 20 * 1024 * 1024;
