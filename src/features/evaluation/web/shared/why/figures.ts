// The figures of an indicator's explanation: which of them came from outside, and its formula in words.
import type { ExplainStep } from '#features/evaluation/contract/shapes.ts';
import type { RunFields } from '../run-queries.ts';

/** What the engine adds to the figures of an indicator. */
const COMPUTED: ReadonlySet<string> = new Set(['value', 'normalised', 'weight']);

export type Given = {
  readonly input: string;
  /** 0: this year; 1: the year before. */
  readonly lag: number;
  readonly value: number | null;
  readonly field: RunFields['inputs'][number] | undefined;
};

/** Figures that the scheme reads, such as `tax` and `tax[-1]`. */
export function givenOf(
  { figures }: Pick<ExplainStep, 'figures'>,
  fields: Pick<RunFields, 'inputs'>,
): Given[] {
  return Object.entries(figures)
    .filter(([key]) => !COMPUTED.has(key))
    .map(([key, value]) => {
      const [, input = key, lag = '0'] = /^(.+?)(?:\[-(\d+)\])?$/.exec(key) ?? [];
      return {
        input,
        lag: Number(lag),
        value: typeof value === 'number' ? value : null,
        field: fields.inputs.find(({ name }) => name === input),
      };
    });
}

export const numberOf = ({ figures }: Pick<ExplainStep, 'figures'>, name: string): number | null => {
  const value = figures[name];
  return typeof value === 'number' ? value : null;
};

/** `tax / land` as 税收 ÷ 用地面积: names that are known are put in the reader's words, the rest stays. */
export function formulaInWords(formula: string, labelOf: (name: string) => string | undefined): string {
  return formula
    .replaceAll(/[A-Za-z_]\w*/g, (name) => labelOf(name) ?? name)
    .replaceAll('*', '×')
    .replaceAll('/', '÷');
}
