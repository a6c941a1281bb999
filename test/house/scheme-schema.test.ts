import { expect, test } from 'vitest';
import { schemeJsonSchema } from '#engine/scheme/json-schema.ts';
import { absolute } from './repository.ts';

// Editors check a scheme against the file, the engine against the shape; `npm test -- -u` writes the file anew.
test('the JSON Schema beside the schemes is the one the engine generates', async () => {
  const generated = `${JSON.stringify(schemeJsonSchema(), null, 2)}\n`;
  await expect(generated).toMatchFileSnapshot(absolute('schemes/scheme.schema.json'));
});
