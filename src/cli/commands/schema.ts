// `mujun schema`: the JSON Schema of schemes, for editors that complete and check while one writes.
import { schemeJsonSchema } from '#engine/scheme/json-schema.ts';
import type { Command } from '../command.ts';

export const schemaCommand: Command = {
  name: 'schema',
  summary: {
    zh: '输出方案的 JSON Schema（供编辑器补全和检查）',
    en: 'print the JSON Schema of schemes, for editors',
  },
  options: {},
  example: 'mujun schema > scheme.schema.json',
  run: async (_, io) => {
    io.out(JSON.stringify(schemeJsonSchema(), null, 2));
    return 0;
  },
};
