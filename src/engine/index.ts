// The engine's public door: from a scheme's text and a table of figures to scores, classes and reasons.
// Outside the engine everything may be imported by its file; this page names what a library user starts with.
export { ENGINE_VERSION } from './version.ts';
export { describeFinding, ENGINE_MESSAGES } from './messages.ts';
export { loadScheme, type FindScheme, type LoadedScheme } from './scheme/load.ts';
export { compileScheme } from './scheme/compile.ts';
export { schemeJsonSchema } from './scheme/json-schema.ts';
export type { Plan } from './scheme/plan.ts';
export type { Scheme } from './scheme/shape/scheme.ts';
export { categoryColumn, numberColumn, textColumn, type Column, type Table } from './table/column.ts';
export { hashTable } from './table/hash.ts';
export type { Dataset } from './run/dataset.ts';
export { evaluate, type Evaluated, type Override, type Run } from './run/evaluate.ts';
export { runIdentity, type RunIdentity } from './run/identity.ts';
export { resultColumn, standardColumns, type ResultColumn } from './run/result-columns.ts';
export { explainRow } from './explain/explain.ts';
export { renderExplanation } from './explain/render.ts';
export type { Explanation, ExplainNode } from './explain/tree.ts';
