// Vitest runs everything that needs no browser: unit, property, golden, conformance and house tests.
import { defineConfig } from 'vitest/config';
import { totalsReporter } from './scripts/totals-reporter.ts';

export default defineConfig({
  test: {
    include: ['seed/**/*.test.ts', 'src/**/*.test.ts', 'test/**/*.test.ts'],
    // What only a database server can do is tried where there is one.
    exclude: process.env['DATABASE_URL'] === undefined ? ['**/*.server.test.ts'] : [],
    testTimeout: 20_000,
    // A database is made before many of them; on a machine with other work that takes more than ten seconds.
    hookTimeout: 60_000,
    // A snapshot that is missing is a failure here as it is in CI; `npm test -- -u` writes it on purpose.
    update: 'none',
    reporters: ['default', totalsReporter],
  },
});
