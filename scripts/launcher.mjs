// Becomes dist/mujun.js: runs the bundled program with the code that V8 compiled for it during the build, because compiling
// it anew takes longer than evaluating a zone. Another version of V8 refuses that code and compiles as it always does.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';

const file = fileURLToPath(new URL('program.js', import.meta.url));
const compiled = `${file}.code`;
const script = new Script(readFileSync(file, 'latin1'), {
  filename: file,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(existsSync(compiled) ? { cachedData: readFileSync(compiled) } : {}),
});
const program = /** @type {(require: NodeJS.Require, module: object, filename: string) => void} */ (
  script.runInThisContext()
);
program(createRequire(file), {}, file);
