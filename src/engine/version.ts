// The engine's own version: part of the identity of every run. It changes whenever a result could.
export const ENGINE_VERSION = '1';
