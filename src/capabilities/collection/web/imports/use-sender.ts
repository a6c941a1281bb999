// From where an import came: an office, an enterprise, or the evaluation office itself.
import type { Import } from '#capabilities/collection/contract/imports.ts';
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
