// A vitest reporter that leaves the totals of a run as one plain line, "N passed, M failed", for .ci/run to end with.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const FILE = 'coverage/totals.txt';

export const totalsReporter: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    mkdirSync(path.dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${passed} passed, ${failed + modules.filter(failedToLoad).length} failed\n`);
  },
};

/** A file that does not load has no tests to count and fails all the same. */
function failedToLoad(module: TestModule): boolean {
  return module.state() === 'failed' && module.children.size === 0;
}
