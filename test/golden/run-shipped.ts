// Shipped schemes run on a few figures, and what their tests ask of a run.
import { evaluate, type Run } from '#engine/run/evaluate.ts';
import { itemScores } from '#engine/run/result-columns.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { classesOf } from '#test/kit/scheme-kit.ts';
import { figuresOf, type Rows } from './figures.ts';
import { type Parameters, shippedPlan } from './schemes.ts';

export type Figures = Readonly<Record<string, number | string>>;

export function run(
  name: string,
  figures: readonly Figures[],
  parameters: Parameters = {},
  previous: readonly Figures[] = [],
): Run {
  const plan = shippedPlan(name, parameters);
  const history = previous.length === 0 ? [] : [figuresOf(plan, asText(previous), { id: 'id' })];
  const evaluated = evaluate(plan, figuresOf(plan, asText(figures), { id: 'id', history }));
  if (evaluated.run === undefined) throw new Error(`${name}: ${JSON.stringify(evaluated.diagnostics)}`);
  return evaluated.run;
}

/** Subjects are named by their place unless they have an id. */
function asText(figures: readonly Figures[]): Rows {
  return figures.map((row, i) =>
    Object.fromEntries(
      Object.entries({ id: `E${String(i).padStart(4, '0')}`, ...row }).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
  );
}

export function items(of: Run): Record<string, number[]> {
  return Object.fromEntries(of.plan.indicators.map(({ name }, i) => [name, [...itemScores(of, i)]]));
}

export function counts(of: Run): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of classesOf(of)) found[name] = (found[name] ?? 0) + 1;
  return found;
}

export function weights(plan: Plan): Record<string, number> {
  return Object.fromEntries(plan.root.children.map(({ name, weight }) => [name, weight]));
}

/** Cumulative shares as percentages of each class. */
export function shares(plan: Plan): Record<string, number> {
  const { classes = [], cumulative = [] } = plan.classes?.quotas ?? {};
  return Object.fromEntries(
    classes.map((name, i) => [name, ((cumulative[i] ?? 0) - (cumulative[i - 1] ?? 0)) / 1e7]),
  );
}

/** Enterprises that differ in tax alone, the best first; every other figure that the plan needs is 10. */
export function byTax(name: string, count: number, also: (place: number) => Figures = () => ({})): Figures[] {
  const plan = shippedPlan(name);
  const needed = plan.inputs.filter(({ kind, spec }) => kind === 'number' && spec.optional !== true);
  return Array.from({ length: count }, (_, i) => ({
    ...Object.fromEntries(needed.map((input) => [input.name, 10])),
    tax: 10 * (count - i),
    ...also(i),
  }));
}
