// The line between two areas: dragged, moved by the arrow keys, and set back by a double click.
import { type PointerEvent, useState } from 'react';
import { percent } from '#web/ui/numbers.ts';
import { LEAST_PART } from './area-shares.ts';

type Props = {
  readonly label: string;
  /** Of the two areas together, what the left one has. */
  readonly part: number;
  readonly onPart: (part: number) => void;
  readonly onReset: () => void;
};

const STEP = 0.05;

export function AreaLine({ label, part, onPart, onReset }: Props) {
  const [isDragged, setDragged] = useState(false);
  const drag = ({ currentTarget, clientX }: PointerEvent<HTMLDivElement>): void => {
    if (!isDragged) return;
    const left = neighbour(currentTarget, 'previousElementSibling')?.getBoundingClientRect();
    const right = neighbour(currentTarget, 'nextElementSibling')?.getBoundingClientRect();
    if (left && right) onPart((clientX - left.left) / (right.right - left.left));
  };
  const steps: Readonly<Record<string, number>> = { ArrowLeft: part - STEP, ArrowRight: part + STEP };
  return (
    <div
      className="mj-area-line no-print"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={LEAST_PART * 100}
      aria-valuemax={100 - LEAST_PART * 100}
      aria-valuetext={percent(part)}
      tabIndex={0}
      title={label}
      data-dragged={isDragged}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
      }}
      onPointerMove={drag}
      onPointerUp={() => setDragged(false)}
      onPointerCancel={() => setDragged(false)}
      onDoubleClick={onReset}
      onKeyDown={(event) => {
        const next = steps[event.key];
        if (next === undefined) return;
        event.preventDefault();
        onPart(next);
      }}
    />
  );
}

/** Areas that are put away stand between as well. */
function neighbour(
  line: HTMLElement,
  way: 'previousElementSibling' | 'nextElementSibling',
): HTMLElement | undefined {
  let one = line[way];
  while (one instanceof HTMLElement && one.hidden === true) one = one[way];
  return one instanceof HTMLElement ? one : undefined;
}
