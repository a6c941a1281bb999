// Goes from one thing to the next by itself, and rests for a while when somebody touches the screen.
import { useEffect, useState } from 'react';

const STAY_MS = 12_000;
const REST_MS = 60_000;

/** Undefined is the whole; then each in turn. */
export function useTour(length: number): readonly [number | undefined, () => void] {
  const [seen, setSeen] = useState<number>();
  const [touchedAt, setTouchedAt] = useState(0);
  useEffect(() => {
    const touch = (): void => setTouchedAt(Date.now());
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (Date.now() - touchedAt < REST_MS) return;
      setSeen((now) => nextOf(now, length));
    }, STAY_MS);
    return () => clearInterval(timer);
  }, [touchedAt, length]);
  return [seen, () => setTouchedAt(Date.now())];
}

export function nextOf(now: number | undefined, length: number): number | undefined {
  const next = now === undefined ? 0 : now + 1;
  return next < length ? next : undefined;
}
