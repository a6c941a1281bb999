// Simulates in a worker of its own, on the frozen figures: an early answer first, then better ones with the same draws.
import { useEffect, useState } from 'react';
import { useZone } from '#web/client/place.ts';
import type { Robustness } from '#engine/simulate/robustness.ts';
import { type EngineClient, startEngine } from '#features/evaluation/web/engine-worker/client.ts';
import { loadFrozen } from '#features/evaluation/web/engine-worker/load-frozen.ts';
import type { Opened } from '#features/evaluation/web/engine-worker/messages.ts';
import { type Assumptions, stagesOf } from './risk.ts';

export type Simulated = {
  readonly opened: Opened | undefined;
  readonly robustness: Robustness | undefined;
  /** The engine refuses: the figures or the assumptions do not allow it. */
  readonly impossible: boolean;
  readonly error: unknown;
};

const NOTHING: Simulated = { opened: undefined, robustness: undefined, impossible: false, error: undefined };

type Engine = { readonly client: EngineClient; readonly opened: Opened };

/** `evaluationId` undefined: nothing to simulate yet. */
export function useRobustness(
  evaluationId: string | undefined,
  { data, weights, seed, draws }: Assumptions,
): Simulated {
  const zone = useZone();
  const [engine, setEngine] = useState<Engine>();
  const [state, setState] = useState(NOTHING);

  useEffect(() => {
    if (evaluationId === undefined) return undefined;
    const client = startEngine();
    let left = false;
    const open = async (): Promise<void> => {
      const { frozen } = await loadFrozen(zone, evaluationId);
      const opened = await client.open(frozen);
      if (!left) setEngine({ client, opened });
    };
    setState(NOTHING);
    open().catch((error: unknown) => {
      if (!left) setState({ ...NOTHING, error });
    });
    return () => {
      left = true;
      client.close();
      setEngine(undefined);
    };
  }, [zone, evaluationId]);

  useEffect(() => {
    if (engine === undefined) return undefined;
    const { client, opened } = engine;
    let left = false;
    const simulate = async (): Promise<void> => {
      for (const stage of stagesOf(draws)) {
        const { robustness } = await client.robustness({
          seed,
          draws: stage,
          data: { shape: 'uniform', relative: data / 100 },
          weights: { shape: 'uniform', relative: weights / 100 },
        });
        if (left) return;
        setState({ ...NOTHING, opened, robustness, impossible: robustness === undefined });
        if (robustness === undefined) return;
      }
    };
    setState({ ...NOTHING, opened });
    simulate().catch((error: unknown) => {
      if (!left) setState({ ...NOTHING, opened, error });
    });
    return () => {
      left = true;
    };
  }, [engine, data, weights, seed, draws]);

  return state;
}
