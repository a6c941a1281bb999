// Schemes for tests: the shipped ones by name, any other by path; `extends` finds the shipped ones.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LoadedScheme, loadScheme } from '#engine/scheme/load.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import type { SchemeText } from '#engine/scheme/read.ts';

const SCHEMES = fileURLToPath(new URL('../../schemes/', import.meta.url));

export const SHIPPED: readonly string[] = readdirSync(SCHEMES)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

export type Parameters = Readonly<Record<string, number>>;

export function loadShipped(name: string, parameters: Parameters = {}): LoadedScheme {
  return loadScheme(shippedText(name), shippedText, parameters);
}

export function loadFile(file: string): LoadedScheme {
  return loadScheme({ text: readFileSync(file, 'utf8'), file }, shippedText);
}

/** The plan of a shipped scheme; fails with its findings when it has none. */
export function shippedPlan(name: string, parameters: Parameters = {}): Plan {
  const { plan, diagnostics } = loadShipped(name, parameters);
  if (plan === undefined) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  return plan;
}

function shippedText(name: string): SchemeText {
  const file = `${SCHEMES}${name}.yaml`;
  return { text: readFileSync(file, 'utf8'), file };
}
