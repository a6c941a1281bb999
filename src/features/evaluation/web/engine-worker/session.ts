// The worker's memory: the evaluation as it stands, the scheme last tried with everything it has computed, the last outcome.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import { datasetFromArrow } from '#engine/proof/recompute.ts';
import { type Bound, bindDataset } from '#engine/run/bind.ts';
import { createContext } from '#engine/run/context.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import {
  applyOverrides,
  createEvaluator,
  evaluate,
  type Evaluator,
  type Override,
  type Run,
} from '#engine/run/evaluate.ts';
import { checkHistory } from '#engine/run/history.ts';
import { compileScheme } from '#engine/scheme/compile.ts';
import { loadScheme } from '#engine/scheme/load.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import type { Scheme } from '#engine/scheme/shape/scheme.ts';
import { describeFlip } from '#engine/simulate/describe-flip.ts';
import { compareRuns, describeMove } from '#engine/simulate/compare.ts';
import { tunePlan } from '#engine/simulate/dials.ts';
import { flipRow } from '#engine/simulate/flip.ts';
import { robustness } from '#engine/simulate/robustness.ts';
import { describeDataset, describeScheme, standingOf } from './describe.ts';
import type { Change, Frozen, Kind, Opened, Questions, Request, Tried } from './messages.ts';
import { outcomeOf } from './outcome.ts';

export type Session = { readonly answer: (request: Request) => Questions[Kind]['answers'] };

type Parameters = Readonly<Record<string, number>>;

/** A scheme on the dataset, with an evaluator that remembers what other numbers do not change. */
type Prepared = {
  readonly text: string;
  readonly parameters: string;
  readonly scheme: Scheme;
  readonly plan: Plan;
  readonly evaluator: Evaluator;
  readonly columns: Bound['columns'];
  /** Of binding the figures to the scheme, and of the periods it reads. */
  readonly diagnostics: readonly Diagnostic[];
  readonly history: readonly Diagnostic[];
};

type Standing = {
  readonly frozen: Omit<Frozen, 'dataset' | 'previous'>;
  readonly dataset: Dataset;
  readonly run: Run;
  readonly parks: Pick<Opened, 'parks' | 'parkIds'>;
};

export function createSession(now: () => number): Session {
  let standing: Standing | undefined;
  let prepared: Prepared | undefined;
  let last: Run | undefined;

  function open({ dataset: bytes, previous, ...frozen }: Frozen): Opened {
    const began = now();
    standing = undefined;
    prepared = undefined;
    last = undefined;
    const history = previous === null ? [] : [new Uint8Array(previous)];
    const dataset = datasetFromArrow(new Uint8Array(bytes), history);
    if (dataset === undefined) return nothingOpened([broken('dataset_broken')], now() - began);
    const described = describeDataset(dataset);
    const compiled = compileText(frozen.scheme, frozen.parameters);
    if (compiled.plan === undefined) return nothingOpened(compiled.diagnostics, now() - began);
    const { run, diagnostics } = evaluate(compiled.plan, dataset, frozen.overrides);
    const found = [...compiled.diagnostics, ...diagnostics];
    if (run === undefined) return nothingOpened(found, now() - began);
    const { parks, parkIds } = described;
    standing = { frozen, dataset, run, parks: { parks: parks.slice(), parkIds } };
    const classes = [...(run.plan.classes?.all ?? []), ''];
    return {
      ...described,
      classes,
      standing: standingOf(run, classes),
      scheme: describeScheme(run.plan),
      diagnostics: found,
      ms: now() - began,
    };
  }

  function tryOut({ text, parameters, settings = {} }: Change): Tried {
    if (standing === undefined) return { outcome: undefined, diagnostics: [broken('dataset_broken')] };
    const began = now();
    const { frozen } = standing;
    const own = text === undefined ? frozen.parameters : {};
    const dialled = Object.entries(settings).flatMap(([id, value]) =>
      id.startsWith('parameter:') ? [[id.slice('parameter:'.length), value] as const] : [],
    );
    const values = { ...own, ...parameters, ...Object.fromEntries(dialled) };
    const ready = prepare(standing, text ?? frozen.scheme, values);
    if (ready.prepared === undefined) return { outcome: undefined, diagnostics: ready.diagnostics };
    const diagnostics: Diagnostic[] = [...ready.diagnostics];
    const { plan, evaluator } = ready.prepared;
    const tuned = Object.keys(settings).length === 0 ? plan : tunePlan(plan, settings);
    const run = withOverrides(evaluator.run({ plan: tuned }, diagnostics), frozen.overrides);
    if (hasErrors(diagnostics)) return { outcome: undefined, diagnostics };
    last = run;
    const outcome = outcomeOf(standing.run, run, standing.parks);
    // What sliders stand for is the scheme as written, not as it is being moved.
    return { outcome: { ...outcome, scheme: describeScheme(plan), ms: now() - began }, diagnostics };
  }

  /** The same text and parameters as before are not read again. */
  function prepare(
    { dataset }: Standing,
    text: string,
    parameters: Parameters,
  ): { readonly prepared: Prepared | undefined; readonly diagnostics: readonly Diagnostic[] } {
    const key = JSON.stringify(parameters);
    if (prepared?.text === text && prepared.parameters === key) return { prepared, diagnostics: [] };
    const known = prepared?.text === text ? prepared : undefined;
    const compiled =
      known === undefined ? compileText(text, parameters) : recompile(known.scheme, parameters);
    const { plan, scheme } = compiled;
    if (plan === undefined || scheme === undefined)
      return { prepared: undefined, diagnostics: compiled.diagnostics };
    // Other parameters read the same inputs: what was checked and converted stays.
    const bound = known ?? { ...bindDataset(plan, dataset), history: checkHistory(plan, dataset) };
    const diagnostics = [...compiled.diagnostics, ...bound.diagnostics, ...bound.history];
    if (hasErrors(diagnostics)) return { prepared: undefined, diagnostics };
    const evaluator = createEvaluator(plan, dataset, createContext(plan, dataset, bound.columns), []);
    prepared = { ...bound, text, parameters: key, scheme, plan, evaluator };
    return { prepared, diagnostics };
  }

  const answers: { [K in Kind]: (asks: Questions[K]['asks']) => Questions[K]['answers'] } = {
    open,
    evaluate: tryOut,
    explain: ({ row }) => {
      if (standing === undefined || last === undefined) return { move: undefined };
      return { move: describeMove(compareRuns(standing.run, last), row) };
    },
    robustness: (options) => {
      if (standing === undefined) return { robustness: undefined, diagnostics: [broken('dataset_broken')] };
      return robustness(standing.run.plan, standing.dataset, options);
    },
    flip: ({ row, target, options }) => {
      if (standing === undefined) return { flip: undefined, zh: [], en: [] };
      const { run } = standing;
      const flip = flipRow(run, row, target, options);
      return { flip, zh: describeFlip(flip, run, 'zh'), en: describeFlip(flip, run, 'en') };
    },
  };

  return {
    answer: ({ kind, asks }) => (answers[kind] as (given: unknown) => Questions[Kind]['answers'])(asks),
  };
}

type Compiled = {
  readonly scheme: Scheme | undefined;
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

function compileText(text: string, parameters: Parameters): Compiled {
  const { scheme, plan, diagnostics } = loadScheme({ text }, () => undefined, parameters);
  return { scheme, plan, diagnostics };
}

const recompile = (scheme: Scheme, parameters: Parameters): Compiled => ({
  scheme,
  ...compileScheme(scheme, parameters),
});

/** Changes by hand stay where the class is one of the scheme; another scheme may have no such class. */
function withOverrides(run: Run, overrides: readonly Override[]): Run {
  const known = overrides.filter((override) => run.plan.classes?.all.includes(override.class) === true);
  return applyOverrides(run, known, []);
}

const broken = (code: string): Diagnostic => ({ code, severity: 'error', path: [], params: {} });

function nothingOpened(diagnostics: readonly Diagnostic[], ms: number): Opened {
  return {
    rows: 0,
    ids: [],
    names: [],
    enterpriseIds: [],
    industries: [],
    parks: new Int32Array(0),
    parkIds: [],
    classes: [],
    standing: undefined,
    scheme: undefined,
    diagnostics,
    ms,
  };
}
