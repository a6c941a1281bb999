// A park in a form: added, or changed on the version the officer saw.
import { Form, InputNumber, Select } from 'antd';
import type { Boundary } from '#capabilities/registry/contract/geometry.ts';
import type { Park } from '#capabilities/registry/contract/places.ts';
import { PARK_KINDS } from '#capabilities/registry/model/park-kinds.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { FormDrawer } from '#web/ui/FormDrawer.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { BoundaryField } from './BoundaryField.tsx';
import { NameAndCode } from './NameAndCode.tsx';
import { PLACES } from './places-words.ts';

type Fields = {
  readonly code: string;
  readonly name: string;
  readonly kind: Park['kind'];
  readonly area_mu: number | null;
  /** Of a file that was chosen; without one the boundary stays. */
  readonly boundary?: Boundary | undefined;
};

type Props = { readonly saved: Park | undefined; readonly onClose: () => void };

export function ParkDrawer({ saved: opened, onClose }: Props) {
  const t = useWords(PLACES);
  const ui = useWords(UI);
  const zone = useZone();
  const required = [{ required: true, message: ui.required }];
  return (
    <FormDrawer<Park, Fields>
      title={opened === undefined ? t.addPark : t.changeOf(opened.name)}
      saved={opened}
      fieldsOf={fieldsOf}
      latest={async ({ park_id }) =>
        (await api.registry.listParks({ zone })).items.find((one) => one.park_id === park_id)
      }
      onSave={({ code, name, kind, area_mu, boundary }, saved) => {
        const input = { zone, code: code.trim(), name: name.trim(), kind, area_mu: area_mu ?? 0 };
        const drawn = boundary === undefined ? {} : { boundary };
        if (saved === undefined) return api.registry.createPark({ ...input, ...drawn });
        const { park_id, version } = saved;
        return api.registry.updatePark({ ...input, ...drawn, park_id, version });
      }}
      onClose={onClose}
    >
      {() => (
        <>
          <NameAndCode />
          <Form.Item name="kind" label={t.kind}>
            <Select options={PARK_KINDS.map((value) => ({ value, label: t[value] }))} />
          </Form.Item>
          <Form.Item name="area_mu" label={t.area} rules={required}>
            <InputNumber min={0} max={1e7} suffix={t.mu} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="boundary" label={t.boundary}>
            <BoundaryField several />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}

function fieldsOf(saved: Park | undefined): Fields {
  if (saved === undefined) return { code: '', name: '', kind: 'comprehensive', area_mu: null };
  const { code, name, kind, area_mu } = saved;
  return { code, name, kind, area_mu };
}
