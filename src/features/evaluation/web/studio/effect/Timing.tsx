// How long the engine took and how long the way from the move to the screen was; both are also marks of the browser's own.
import { useEffect, useState } from 'react';
import { fixed } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { EFFECT } from './effect-words.ts';

type Props = {
  readonly ms: number;
  /** Of the move; 0 for what nobody moved. */
  readonly movedAt: number;
  /** New with every answer. */
  readonly answer: unknown;
};

export function Timing({ ms, movedAt, answer }: Props) {
  const t = useWords(EFFECT);
  const [screen, setScreen] = useState<number>();
  useEffect(() => {
    if (movedAt === 0) return undefined;
    performance.measure('what-if.engine', { start: 0, duration: ms });
    // A message sent inside the frame is delivered after it has been painted.
    const painted = new MessageChannel();
    painted.port1.addEventListener('message', () => {
      const end = performance.now();
      performance.measure('what-if.screen', { start: movedAt, end });
      setScreen(end - movedAt);
    });
    painted.port1.start();
    const frame = requestAnimationFrame(() => painted.port2.postMessage(undefined));
    return () => {
      cancelAnimationFrame(frame);
      painted.port1.close();
    };
  }, [answer, ms, movedAt]);
  return (
    <div className="meta mj-outcome-timing">
      {screen === undefined ? '' : t.timing(fixed(ms, 1), fixed(screen, 0))}
    </div>
  );
}
