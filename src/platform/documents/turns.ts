// Who may have a document made: one thread makes them all, so only so many wait for it, and nobody takes all the places.
import { AppError } from '#core/app-error.ts';

export type Turns = {
  /** Throws `documents_busy` or `too_many_documents` before any work is begun. */
  readonly take: <Result>(who: string, work: () => Promise<Result>) => Promise<Result>;
};

export type TurnLimits = { readonly inAll: number; readonly each: number };

/** A list of thousands of lines takes seconds: whoever is last of all waits for a minute or two. */
export const LIMITS: TurnLimits = { inAll: 24, each: 4 };

/** By when several documents more are made. */
const SECONDS = 15;

export function createTurns({ inAll, each }: TurnLimits): Turns {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take: async (who, work) => {
      const own = taken.get(who) ?? 0;
      if (own >= each) throw new AppError('too_many_documents', { limit: each, seconds: SECONDS });
      if (all >= inAll) throw new AppError('documents_busy', { seconds: SECONDS });
      taken.set(who, own + 1);
      all += 1;
      try {
        return await work();
      } finally {
        all -= 1;
        const left = (taken.get(who) ?? 1) - 1;
        if (left === 0) taken.delete(who);
        else taken.set(who, left);
      }
    },
  };
}
