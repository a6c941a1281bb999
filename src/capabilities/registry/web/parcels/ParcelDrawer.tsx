// A parcel in a form: added, or changed on the version the officer saw.
import { AutoComplete, Form, Input, InputNumber } from 'antd';
import type { Boundary } from '#capabilities/registry/contract/geometry.ts';
import type { Parcel } from '#capabilities/registry/contract/land.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { FormDrawer } from '#web/ui/FormDrawer.tsx';
import { ReasonField } from '#web/ui/ReasonField.tsx';
import { reasonOf } from '#web/ui/reason-of.ts';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { INDUSTRIAL_LAND, LAND_USE_TYPES } from '#capabilities/registry/model/land-use-types.ts';
import { ParkField } from '../enterprises/ParkField.tsx';
import { BoundaryField } from '../places/BoundaryField.tsx';
import { EnterpriseSelect } from './EnterpriseSelect.tsx';
import { PARCELS } from './parcels-words.ts';

type Fields = {
  readonly code: string;
  readonly owner_id: string | undefined;
  readonly park_id: string | undefined;
  readonly area_mu: number | null;
  readonly use_type: string;
  readonly title_number: string;
  readonly plot_ratio: number | null;
  /** Of a file that was chosen; without one the boundary stays. */
  readonly boundary?: Boundary | undefined;
  /** Of a change. */
  readonly reason?: string;
};

const WIDE = { width: '100%' } as const;

type Props = { readonly saved: Parcel | undefined; readonly onClose: () => void };

export function ParcelDrawer({ saved: opened, onClose }: Props) {
  const t = useWords(PARCELS);
  const zone = useZone();
  return (
    <FormDrawer<Parcel, Fields>
      title={opened === undefined ? t.add : t.changeOf(opened.code)}
      saved={opened}
      fieldsOf={fieldsOf}
      latest={async ({ parcel_id }) =>
        (await api.registry.listParcels({ zone })).items.find((one) => one.parcel_id === parcel_id)
      }
      onSave={({ boundary, reason, ...fields }, saved) => {
        const input = {
          zone,
          code: fields.code.trim(),
          owner_id: fields.owner_id ?? null,
          park_id: fields.park_id ?? null,
          area_mu: fields.area_mu ?? 0,
          use_type: fields.use_type.trim(),
          title_number: fields.title_number.trim() === '' ? null : fields.title_number.trim(),
          plot_ratio: fields.plot_ratio,
          polygon: boundary?.type === 'Polygon' ? boundary : (saved?.polygon ?? null),
        };
        if (saved === undefined) return api.registry.createParcel(input);
        const { parcel_id, version } = saved;
        return api.registry.updateParcel({ ...input, parcel_id, version, ...reasonOf(reason) });
      }}
      onClose={onClose}
    >
      {(saved) => <Boxes isNew={saved === undefined} />}
    </FormDrawer>
  );
}

function Boxes({ isNew }: { readonly isNew: boolean }) {
  const t = useWords(PARCELS);
  const ui = useWords(UI);
  const required = [{ required: true, message: ui.required }];
  return (
    <>
      <Form.Item name="code" label={t.code} rules={required}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="owner_id" label={t.owner} extra={t.ownerHint}>
        <EnterpriseSelect />
      </Form.Item>
      <ParkField label={t.park} />
      <Form.Item name="area_mu" label={t.area} extra={t.areaHint} rules={required}>
        <InputNumber min={0} max={1e6} suffix={t.mu} style={WIDE} />
      </Form.Item>
      <Form.Item name="use_type" label={t.use} rules={required}>
        <AutoComplete options={LAND_USE_TYPES.map((value) => ({ value }))} maxLength={40} />
      </Form.Item>
      <Form.Item name="title_number" label={t.title}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="plot_ratio" label={t.ratio}>
        <InputNumber min={0.01} max={50} style={WIDE} />
      </Form.Item>
      <Form.Item name="boundary" label={t.boundary}>
        <BoundaryField several={false} />
      </Form.Item>
      {!isNew && <ReasonField hint={t.reasonHint} />}
    </>
  );
}

function fieldsOf(saved: Parcel | undefined): Fields {
  return {
    code: saved?.code ?? '',
    owner_id: saved?.owner_id ?? undefined,
    park_id: saved?.park_id ?? undefined,
    area_mu: saved?.area_mu ?? null,
    use_type: saved?.use_type ?? INDUSTRIAL_LAND,
    title_number: saved?.title_number ?? '',
    plot_ratio: saved?.plot_ratio ?? null,
  };
}
