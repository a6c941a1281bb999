// The engine's worker on one frozen evaluation: opened once, asked at every move, the newest answer kept.
import { useEffect, useRef, useState } from 'react';
import type { Diagnostic } from '#core/diagnostic.ts';
import { useZone } from '#web/client/place.ts';
import { type EngineClient, startEngine } from '#features/evaluation/web/engine-worker/client.ts';
import { type Kit, loadFrozen } from '#features/evaluation/web/engine-worker/load-frozen.ts';
import type { Change, Opened, Outcome } from '#features/evaluation/web/engine-worker/messages.ts';

export type Ready = { readonly engine: EngineClient; readonly kit: Kit; readonly opened: Opened };

type Opening = { readonly ready: Ready | undefined; readonly error: unknown; readonly retry: () => void };

/** Undefined `ready`: still on its way, or an error. */
export function useFrozen(evaluationId: string | undefined): Opening {
  const zone = useZone();
  const [state, setState] = useState<{ readonly ready?: Ready; readonly error?: unknown }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setState({});
    if (evaluationId === undefined) return undefined;
    const engine = startEngine();
    let isWanted = true;
    const open = async (): Promise<void> => {
      try {
        const { kit, frozen } = await loadFrozen(zone, evaluationId);
        const opened = await engine.open(frozen);
        if (isWanted) setState({ ready: { engine, kit, opened } });
      } catch (error) {
        if (isWanted) setState({ error });
      }
    };
    void open();
    return () => {
      isWanted = false;
      engine.close();
    };
  }, [zone, evaluationId, attempt]);
  return { ready: state.ready, error: state.error, retry: () => setAttempt(attempt + 1) };
}

export type Answered = {
  readonly outcome: Outcome | undefined;
  /** Of the last question; with findings and an outcome, the outcome is of the question before. */
  readonly diagnostics: readonly Diagnostic[];
  /** The engine itself broke down. */
  readonly failure: unknown;
  readonly isStale: boolean;
  /** When the move was made that this answers, by the page's clock. */
  readonly movedAt: number;
};

/** `movedAt` is read when the question is asked. */
export function useOutcome(
  ready: Ready,
  change: Change,
  movedAt: { readonly current: number },
): Answered | undefined {
  const [answered, setAnswered] = useState<Answered>();
  const latest = useRef(ready);
  useEffect(() => {
    latest.current = ready;
    setAnswered(undefined);
  }, [ready]);
  useEffect(() => {
    const asked = movedAt.current;
    const show = (answer: (before: Answered | undefined) => Answered): void => {
      if (ready === latest.current) setAnswered(answer);
    };
    ready.engine.evaluate(change).then(
      (tried) => {
        // Undefined: overtaken, and the newer question is answered instead.
        if (tried === undefined) return;
        show((before) => ({
          outcome: tried.outcome ?? before?.outcome,
          diagnostics: tried.diagnostics,
          failure: undefined,
          isStale: tried.outcome === undefined,
          movedAt: asked,
        }));
      },
      (error: unknown) =>
        show((before) => ({
          outcome: before?.outcome,
          diagnostics: [],
          failure: error,
          isStale: true,
          movedAt: asked,
        })),
    );
  }, [ready, change, movedAt]);
  return answered;
}
