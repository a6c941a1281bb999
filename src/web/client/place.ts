// Where the reader is: the zone and the identifiers in the address, and filters that live there too.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

type Filters = Readonly<Record<string, string>>;

/** An identifier of the page's path. */
export function usePart(name: string): string {
  const parts: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return parts[name] ?? '';
}

export const useZone = (): string => usePart('zone');

/** Values after the question mark, as text; `set` keeps the others, and takes away what is undefined or empty. */
export function useFilters(): {
  readonly filters: Filters;
  readonly set: (change: Readonly<Record<string, string | undefined>>) => void;
} {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
  return {
    filters,
    set: (change) => {
      const next = Object.entries({ ...filters, ...change }).filter(
        ([, value]) => value !== undefined && value !== '',
      );
      void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
    },
  };
}
