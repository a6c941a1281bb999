// A signed change with an arrow. Whether more is better depends on what changes, so the caller says it.
import { signed } from './numbers.ts';

type Props = {
  readonly value: number | null | undefined;
  readonly digits?: number;
  readonly unit?: string;
  /** True for places in a ranking, energy per output and the like. */
  readonly lessIsBetter?: boolean;
};

export function Change({ value, digits = 2, unit = '', lessIsBetter = false }: Props) {
  if (value === null || value === undefined || !Number.isFinite(value))
    return <span className="meta">—</span>;
  const rises = value > 0;
  const way = value === 0 ? 'same' : rises === lessIsBetter ? 'worse' : 'better';
  const arrow = value === 0 ? '' : rises ? '↑ ' : '↓ ';
  return (
    <span className="mj-change" data-way={way}>
      {arrow}
      {signed(value, digits)}
      {unit}
    </span>
  );
}
