// Starts the computing thread from its TypeScript source: a thread does not inherit the loader that runs the program.
import { register } from 'tsx/esm/api';

register();
await import('./compute-worker.ts');
