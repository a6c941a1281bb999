// From where an import came, an office, an enterprise, or the evaluation office itself; and who sent it.
import type { Import } from '#capabilities/collection/contract/imports.ts';
import { usePeople } from '#web/client/people.ts';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useOffices } from '../shared/lists.ts';

export function useSender(): (one: Pick<Import, 'office_id' | 'layer'>) => string {
  const t = useWords(COLLECTION);
  const offices = new Map(useOffices().data?.items.map(({ office_id, name }) => [office_id, name]));
  return ({ office_id, layer }) => {
    if (office_id !== null) return offices.get(office_id) ?? '';
    return layer === 'declared' ? t.ownEnterprise : t.zoneOffice;
  };
}

/** The name of who sent it; what came with a token, no person sent. */
export function useUploader(): (one: Pick<Import, 'uploaded_by'>) => string {
  const t = useWords(COLLECTION);
  const personOf = usePeople();
  return ({ uploaded_by: by }) => (by.startsWith('token:') ? t.bySystem : personOf(by));
}
