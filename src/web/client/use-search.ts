// Enterprises found while somebody types: asked for after a pause, by name, initials or credit code.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './api.ts';
import { useZone } from './place.ts';

const PAUSE_MS = 200;
const LONGEST = 100;

/** `asked` is what `hits` answer; '' before anything is asked. */
export function useSearch(typed: string) {
  const zone = useZone();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim().slice(0, LONGEST)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const hits = useQuery({
    queryKey: ['search', zone, asked],
    queryFn: ({ signal }) => api.registry.search({ zone, q: asked }, { signal }),
    enabled: asked !== '',
  });
  return { asked, hits };
}
