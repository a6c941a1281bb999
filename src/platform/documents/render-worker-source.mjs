// Starts the rendering thread from its TypeScript source: a thread does not inherit the loader that runs the program.
import { register } from 'tsx/esm/api';

register();
await import('./render-worker.ts');
