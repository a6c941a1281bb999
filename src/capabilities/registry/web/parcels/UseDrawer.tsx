// One use of land in a form: registered, changed on the version the officer saw, or deleted.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Popconfirm, Select } from 'antd';
import type { Occupancy } from '#capabilities/registry/contract/land.ts';
import { OCCUPANCY_KINDS, TENANT_RULES } from '#capabilities/registry/model/land-use-kinds.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { FormDrawer } from '#web/ui/FormDrawer.tsx';
import { ReasonField } from '#web/ui/ReasonField.tsx';
import { reasonOf } from '#web/ui/reason-of.ts';
import { Refusal } from '#web/ui/Refusal.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { EnterpriseSelect } from './EnterpriseSelect.tsx';
import { fieldsOf, inputOf, type UseFields } from './use-fields.ts';
import { USES } from './uses-words.ts';

const WIDE = { width: '100%' } as const;
const TWO = { display: 'grid', gap: '0 16px', gridTemplateColumns: '1fr 1fr' } as const;

type Props = {
  readonly enterpriseId: string;
  readonly saved: Occupancy | undefined;
  readonly onClose: () => void;
};

export function UseDrawer({ enterpriseId, saved: opened, onClose }: Props) {
  const t = useWords(USES);
  const zone = useZone();
  return (
    <FormDrawer<Occupancy, UseFields>
      title={opened === undefined ? t.add : t.change}
      saved={opened}
      fieldsOf={fieldsOf}
      latest={async ({ occupancy_id }) =>
        (await api.registry.listOccupancies({ zone, enterprise_id: enterpriseId })).items.find(
          (one) => one.occupancy_id === occupancy_id,
        )
      }
      onSave={({ reason, ...fields }, saved) => {
        const input = { zone, ...inputOf(fields) };
        if (saved === undefined)
          return api.registry.createOccupancy({ ...input, enterprise_id: enterpriseId });
        const { occupancy_id, version } = saved;
        return api.registry.updateOccupancy({ ...input, occupancy_id, version, ...reasonOf(reason) });
      }}
      onClose={onClose}
    >
      {(saved) => (
        <>
          <Boxes />
          {saved !== undefined && (
            <>
              <ReasonField />
              <Remove use={saved} onRemoved={onClose} />
            </>
          )}
        </>
      )}
    </FormDrawer>
  );
}

function Boxes() {
  const t = useWords(USES);
  const ui = useWords(UI);
  const zone = useZone();
  const form = Form.useFormInstance<UseFields>();
  const kind: UseFields['kind'] | undefined = Form.useWatch('kind', form);
  const parcels = useQuery({
    queryKey: ['parcels', zone, undefined, undefined],
    queryFn: () => api.registry.listParcels({ zone }),
  }).data?.items;
  const required = [{ required: true, message: ui.required }];
  const mu = <InputNumber min={0} max={1e6} suffix={t.mu} style={WIDE} />;
  return (
    <>
      <Form.Item name="kind" label={t.kind}>
        <Select options={OCCUPANCY_KINDS.map((value) => ({ value, label: t[value] }))} />
      </Form.Item>
      <Form.Item name="parcel_id" label={t.parcel}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={(parcels ?? []).map(({ parcel_id, code, owner_name }) => ({
            value: parcel_id,
            label: `${code} ${owner_name ?? ''}`.trim(),
          }))}
        />
      </Form.Item>
      {(kind === 'lease_in' || kind === 'lease_out') && (
        <Form.Item name="counterpart_id" label={t.counterpart}>
          <EnterpriseSelect />
        </Form.Item>
      )}
      <div style={TWO}>
        <Form.Item name="land_area_mu" label={t.land}>
          {mu}
        </Form.Item>
        <Form.Item name="floor_area_m2" label={t.floor}>
          <InputNumber min={0} max={1e8} suffix={t.m2} style={WIDE} />
        </Form.Item>
      </div>
      <Form.Item name="plot_ratio" label={t.ratio} extra={t.areaHint}>
        <InputNumber min={0.01} max={50} style={WIDE} />
      </Form.Item>
      <div style={TWO}>
        <Form.Item name="under_construction_mu" label={t.building}>
          {mu}
        </Form.Item>
        <Form.Item name="not_usable_mu" label={t.unusable}>
          {mu}
        </Form.Item>
        <Form.Item name="starts_on" label={t.starts} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="ends_on" label={t.ends} extra={t.endsHint}>
          <Input type="date" />
        </Form.Item>
      </div>
      {kind === 'lease_in' && (
        <Form.Item name="tenant_rule" label={t.tenantRule}>
          <Select allowClear options={TENANT_RULES.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
      )}
    </>
  );
}

function Remove({ use, onRemoved }: { readonly use: Occupancy; readonly onRemoved: () => void }) {
  const t = useWords(USES);
  const zone = useZone();
  const remove = useMutation({
    mutationFn: () =>
      api.registry.deleteOccupancy({ zone, occupancy_id: use.occupancy_id, version: use.version }),
    onSuccess: onRemoved,
  });
  return (
    <>
      <Popconfirm title={t.removeSure} okText={t.remove} onConfirm={() => remove.mutate()}>
        <BusyButton danger busy={remove.isPending}>
          {t.remove}
        </BusyButton>
      </Popconfirm>
      {remove.isError && <Refusal error={remove.error} />}
    </>
  );
}
