// The browser tests: the built product in Chromium, on the demonstration zone. `npm run e2e`.
import { defineConfig } from 'vitest/config';
import { totalsReporter } from './scripts/totals-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/e2e/browser/**/*.browser.ts'],
    globalSetup: ['test/e2e/browser/product.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A machine with other work is late now and then; what is really wrong is wrong twice.
    retry: 1,
    // One browser at a time: two cores serve the product too.
    fileParallelism: false,
    reporters: ['default', totalsReporter],
  },
});
