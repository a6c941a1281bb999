// The plan: a checked scheme as plain data, with formulas parsed, numbers resolved and names bound. It is all the engine runs.
import type { Expr } from '../formula/expr.ts';
import type { Action, Treatment } from './shape/score.ts';
import type { Alternative, Input, Scheme } from './shape/scheme.ts';

export type Labels = { readonly zh?: string | undefined; readonly en?: string | undefined };

export type InputPlan = Labels & {
  readonly name: string;
  readonly kind: 'number' | 'flag' | 'category' | 'text' | 'date';
  readonly unit: string | undefined;
  readonly spec: Input;
};

/** A value computed per subject. `factor` turns the formula's own unit into the stated one. */
export type ValuePlan = Labels & {
  readonly name: string;
  readonly text: string;
  readonly expr: Expr;
  readonly unit: string | undefined;
  /** Names of the inputs it depends on, through other values too. */
  readonly inputs: readonly string[];
  /** How many periods back its formula reads, through other values too. */
  readonly lags: readonly number[];
};

export type StatisticName = 'mean' | 'weighted_mean' | 'median' | 'max' | 'min' | 'percentile';

export type BaselinePlan =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'statistic';
      readonly of: StatisticName;
      readonly percentile: number;
      readonly by: readonly string[];
      readonly lastYear: boolean;
      readonly where: Expr | undefined;
      readonly times: number;
      /** Parts of the value's division; only for `weighted_mean`. */
      readonly numerator: Expr | undefined;
      readonly denominator: Expr | undefined;
    };

export type StepPlan = {
  readonly test: 'at_least' | 'above' | 'at_most' | 'below' | 'otherwise';
  readonly limit: number;
  readonly points: number;
};

export type MethodPlan =
  | { readonly method: 'ratio' | 'reverse_ratio'; readonly base: BaselinePlan }
  | {
      readonly method: 'minmax' | 'efficacy';
      readonly low: BaselinePlan;
      readonly high: BaselinePlan;
      readonly from: number;
      readonly to: number;
    }
  | { readonly method: 'zscore'; readonly mean: number; readonly sd: number }
  | { readonly method: 'percentile_rank' | 'rank' | 'borda' | 'fraction_of_max' | 'distance_to_max' }
  | { readonly method: 'distance_to_target'; readonly target: number }
  | { readonly method: 'distance_to_reference'; readonly id: string }
  | {
      readonly method: 'goalposts';
      readonly low: number;
      readonly high: number;
      readonly from: number;
      readonly to: number;
      readonly truncate: boolean;
    }
  | { readonly method: 'scaled'; readonly low: number; readonly high: number; readonly times: number }
  | { readonly method: 'steps'; readonly steps: readonly StepPlan[] }
  | { readonly method: 'points' };

export type ScorePlan = {
  readonly how: MethodPlan;
  readonly cap: number;
  readonly floor: number;
  /** The normalised value that earns the full weight. */
  readonly outOf: number;
  readonly by: readonly string[];
};

/** `Action` with its numbers resolved. */
export type ActionPlan =
  | Extract<Action, string>
  | { readonly points: number }
  | { readonly value: number }
  | { readonly mean_score_by: readonly string[] }
  | { readonly mean_by: readonly string[] }
  | { readonly median_by: readonly string[] };

export type IndicatorPlan = ValuePlan & {
  readonly better: 1 | -1;
  readonly score: ScorePlan;
  readonly treat: Treatment | undefined;
  readonly missing: ActionPlan;
  readonly zero: ActionPlan | undefined;
  readonly negative: ActionPlan | undefined;
};

export type AggregationPlan =
  | { readonly kind: 'sum' | 'arithmetic' | 'geometric' | 'harmonic' | 'copeland' }
  | { readonly kind: 'power'; readonly power: number };

export type WeightingPlan =
  | { readonly kind: 'given' | 'equal' | 'entropy' | 'critic' | 'standard_deviation' | 'merec' | 'pca' }
  | { readonly kind: 'ahp'; readonly matrix: readonly (readonly number[])[] };

export type NodePlan =
  | {
      readonly kind: 'indicator';
      readonly name: string;
      readonly indicator: number;
      readonly weight: number;
      readonly scale: number;
    }
  | (Labels & {
      readonly kind: 'group';
      readonly name: string;
      readonly weight: number;
      /** The score at which every child is full. */
      readonly scale: number;
      readonly aggregate: AggregationPlan;
      readonly weighting: WeightingPlan;
      readonly children: readonly NodePlan[];
    });

export type GroupPlan = Extract<NodePlan, { kind: 'group' }>;

/** Names of the groups below `root`. */
export function groupNames(root: GroupPlan): string[] {
  return root.children.flatMap((child) => (child.kind === 'group' ? [child.name, ...groupNames(child)] : []));
}

export type ConditionPlan = Labels & { readonly text: string; readonly expr: Expr };

export type AdjustmentRulePlan = ConditionPlan & {
  readonly points: Expr;
  readonly group: string | undefined;
};

export type AdjustmentPlan = { readonly max: number; readonly rules: readonly AdjustmentRulePlan[] };

export type CoefficientPlan = Labels &
  (
    | {
        readonly kind: 'table';
        readonly by: string;
        readonly values: ReadonlyMap<string, number>;
        readonly otherwise: number | undefined;
      }
    | { readonly kind: 'formula'; readonly text: string; readonly expr: Expr }
  );

export type ExemptionPlan = ConditionPlan & {
  readonly class: string;
  readonly countsAs: string | undefined;
};

export type RulePlan = ConditionPlan & {
  readonly effect: 'at_most' | 'at_least' | 'set';
  readonly class: string;
};

/** Cumulative shares, best class first, in billionths so that quotas come out exact. */
export type QuotaPlan = { readonly classes: readonly string[]; readonly cumulative: readonly number[] };

export type ClassesPlan = {
  /** Best first. */
  readonly order: readonly string[];
  /** `order`, then the classes outside it (T). */
  readonly all: readonly string[];
  readonly labels: ReadonlyMap<string, Labels>;
  readonly pool: readonly string[];
  readonly exempt: readonly ExemptionPlan[];
  readonly ties: readonly { readonly name: string; readonly descending: boolean }[];
  readonly tied: 'split' | 'share';
  readonly quotas: QuotaPlan | undefined;
  readonly poolQuotas: readonly { readonly pool: string; readonly quotas: QuotaPlan }[];
  readonly rounding: 'half_up' | 'down' | 'up';
  readonly thresholds: readonly { readonly class: string; readonly from: number }[] | undefined;
  readonly conditions: ReadonlyMap<string, ConditionPlan>;
  readonly rules: readonly RulePlan[];
};

export type Plan = {
  readonly scheme: Scheme;
  readonly parameters: ReadonlyMap<string, number>;
  readonly inputs: readonly InputPlan[];
  /** Measures and indicators, each after those it refers to. */
  readonly values: readonly ValuePlan[];
  readonly indicators: readonly IndicatorPlan[];
  readonly root: GroupPlan;
  readonly adjustments: {
    readonly coefficient: CoefficientPlan | undefined;
    readonly bonus: AdjustmentPlan | undefined;
    readonly penalty: AdjustmentPlan | undefined;
  };
  readonly round: { readonly digits: number; readonly rankBy: 'rounded' | 'exact' } | undefined;
  readonly alternatives: readonly Alternative[];
  readonly classes: ClassesPlan | undefined;
};
