// What an explanation is: a tree whose parts add up, each node with a sentence in Chinese and English.
import type { Params } from '#core/diagnostic.ts';

export type ExplainNode = {
  readonly kind:
    | 'score'
    | 'group'
    | 'indicator'
    | 'coefficient'
    | 'bonus'
    | 'penalty'
    | 'rule'
    | 'cap'
    | 'rounding'
    | 'class';
  /** Name in the scheme: of the indicator, the group, the rule's position. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /**
   * What this node adds to the score. The parts of a node's children add up to its own, within 1e-9.
   * Undefined where a node only informs (ranks and classes, children of a Copeland comparison).
   */
  readonly part: number | undefined;
  /** The figures behind the sentence, for programs. */
  readonly figures: Params;
  readonly children: readonly ExplainNode[];
};

export type Explanation = {
  readonly id: string;
  readonly score: number;
  readonly class: string | undefined;
  /** Parts add up to `score`. */
  readonly tree: ExplainNode;
  /** Rank, places, conditions, rules and manual changes, in the order in which they acted. */
  readonly classSteps: readonly ExplainNode[];
};
