// The JSON Schema of schemes, so that editors complete and check them while they are written.
import * as z from 'zod';
import { Scheme } from './shape/scheme.ts';

export function schemeJsonSchema(): Record<string, unknown> {
  return { $id: 'mujun/scheme.schema.json', ...z.toJSONSchema(Scheme, { io: 'input' }) };
}
