// What the page and the engine's worker say to each other. Everything is plain data; big columns travel without being copied.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Override } from '#engine/run/evaluate.ts';
import type { Dial, Settings } from '#engine/simulate/dials.ts';
import type { Flip, FlipOptions } from '#engine/simulate/flip.ts';
import type { Move } from '#engine/simulate/compare.ts';
import type { Robustness, RobustnessOptions } from '#engine/simulate/robustness.ts';

/** A frozen evaluation: the Arrow files of both periods, the scheme it was run with, changes of class by hand. */
export type Frozen = {
  readonly dataset: ArrayBuffer;
  readonly previous: ArrayBuffer | null;
  readonly scheme: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly overrides: readonly Override[];
};

export type Named = { readonly name: string; readonly zh: string; readonly en: string };
export type IndicatorInfo = Named & { readonly unit: string | null };

/** Scores and places of one run; row i is row i of the dataset. `place` is a position in `classes` of the answer it is in. */
export type Standing = {
  readonly place: Uint8Array;
  readonly score: Float64Array;
  /** 0: not ranked. */
  readonly rank: Int32Array;
};

/** What a scheme offers to be moved and named. */
export type SchemeInfo = {
  readonly dials: readonly Dial[];
  readonly indicators: readonly IndicatorInfo[];
  /** Classes from best to worst; those outside the order (T) come after them in `classes` of an answer. */
  readonly order: readonly string[];
};

/** The evaluation as it stands. Undefined `standing`: the findings say why there is none. */
export type Opened = {
  readonly rows: number;
  readonly ids: readonly string[];
  /** Names of the enterprises, their ids in the registry, and industries, where the dataset carries them. */
  readonly names: readonly string[];
  readonly enterpriseIds: readonly string[];
  readonly industries: readonly string[];
  /** For each row its park, a position in `parkIds`; −1 for none. */
  readonly parks: Int32Array;
  readonly parkIds: readonly string[];
  readonly classes: readonly string[];
  readonly standing: Standing | undefined;
  readonly scheme: SchemeInfo | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly ms: number;
};

/** Another scheme, other parameters, other numbers: what is left out is as in the frozen evaluation. */
export type Change = {
  readonly text?: string;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly settings?: Settings;
};

/** The whole zone under a change, beside the evaluation as it stands. */
export type Outcome = {
  /** Of both runs, best first, then those outside the order, then '' for "no class". */
  readonly classes: readonly string[];
  readonly before: Standing;
  readonly after: Standing;
  /** Subjects by class before (rows) and after (columns), `classes.length` squared. */
  readonly transitions: Int32Array;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Rows whose class differs, and for each the indicator that moved its score most and by how many points. */
  readonly moved: Int32Array;
  /** A position in `indicators`; −1 where the own score did not change: others moved. */
  readonly cause: Int16Array;
  readonly causePoints: Float64Array;
  /** By park and class, `parkIds.length` × `classes.length`. */
  readonly parksBefore: Int32Array;
  readonly parksAfter: Int32Array;
  readonly scheme: SchemeInfo;
  /** The rules applied and the runs compared, without the way here and back. */
  readonly ms: number;
};

export type Tried = { readonly outcome: Outcome | undefined; readonly diagnostics: readonly Diagnostic[] };
export type Explained = { readonly move: Move | undefined };
export type RobustnessAnswer = {
  readonly robustness: Robustness | undefined;
  readonly diagnostics: readonly Diagnostic[];
};
/** `zh` and `en` say the same in sentences. */
export type FlipAnswer = {
  readonly flip: Flip | undefined;
  readonly zh: readonly string[];
  readonly en: readonly string[];
};

/** Every question and its answer. */
export type Questions = {
  readonly open: { readonly asks: Frozen; readonly answers: Opened };
  readonly evaluate: { readonly asks: Change; readonly answers: Tried };
  /** How one row came from the evaluation as it stands to the last outcome. */
  readonly explain: { readonly asks: { readonly row: number }; readonly answers: Explained };
  /** Both of the evaluation as it stands. */
  readonly robustness: { readonly asks: RobustnessOptions; readonly answers: RobustnessAnswer };
  readonly flip: {
    readonly asks: { readonly row: number; readonly target: string; readonly options?: FlipOptions };
    readonly answers: FlipAnswer;
  };
};

export type Kind = keyof Questions;

export type Request = {
  [K in Kind]: { readonly id: number; readonly kind: K; readonly asks: Questions[K]['asks'] };
}[Kind];

export type Response =
  | { readonly id: number; readonly answers: Questions[Kind]['answers'] }
  | { readonly id: number; readonly failure: string };
