// Answers of the server kept while they are fresh; a change names what is no longer true.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';
import { signOutHere } from './session.ts';

/** Refusals stay refusals; only a broken line is worth a second try. */
function retry(failures: number, error: unknown): boolean {
  return failures < 2 && problemOf(error).code === 'unreachable';
}

const onError = (error: unknown): void => {
  if (problemOf(error).code === 'not_signed_in') signOutHere();
};

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({
    onError,
    // What one change touches is more than its author can know: everything on the screen is asked for again.
    onSuccess: () => queries.invalidateQueries(),
  }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
