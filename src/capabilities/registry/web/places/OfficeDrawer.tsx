// An office in a form: added, or renamed on the version somebody saw.
import type { Office } from '#capabilities/registry/contract/places.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { FormDrawer } from '#web/ui/FormDrawer.tsx';
import { useWords } from '#web/words/words.ts';
import { NameAndCode } from './NameAndCode.tsx';
import { PLACES } from './places-words.ts';

type Fields = Pick<Office, 'code' | 'name'>;
type Props = { readonly saved: Office | undefined; readonly onClose: () => void };

export function OfficeDrawer({ saved: opened, onClose }: Props) {
  const t = useWords(PLACES);
  const zone = useZone();
  return (
    <FormDrawer<Office, Fields>
      title={opened === undefined ? t.addOffice : t.changeOf(opened.name)}
      saved={opened}
      fieldsOf={(saved) => ({ code: saved?.code ?? '', name: saved?.name ?? '' })}
      latest={async ({ office_id }) =>
        (await api.registry.listOffices({ zone })).items.find((one) => one.office_id === office_id)
      }
      onSave={(fields, saved) => {
        const input = { zone, code: fields.code.trim(), name: fields.name.trim() };
        if (saved === undefined) return api.registry.createOffice(input);
        const { office_id, version } = saved;
        return api.registry.updateOffice({ ...input, office_id, version });
      }}
      onClose={onClose}
    >
      {() => <NameAndCode />}
    </FormDrawer>
  );
}
