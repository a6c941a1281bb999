// Starts the helper thread from its TypeScript source: a thread does not inherit the loader that runs the program.
import { register } from 'tsx/esm/api';

register();
await import('./sheet-worker.ts');
