// An enterprise in a form: added, or changed on the version the officer saw.
import { Form, Input, InputNumber, Select } from 'antd';
import type { Enterprise } from '#capabilities/registry/contract/enterprises.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { FormDrawer } from '#web/ui/FormDrawer.tsx';
import { ReasonField } from '#web/ui/ReasonField.tsx';
import { reasonOf } from '#web/ui/reason-of.ts';
import { Section } from '#web/ui/Section.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { SCALES, STATUSES } from './conditions.ts';
import { CreditCodeField } from './CreditCodeField.tsx';
import { type EnterpriseFields, fieldsOf, inputOf } from './enterprise-fields.ts';
import { ParkField } from './ParkField.tsx';
import { ENTERPRISES } from './enterprises-words.ts';
import { FORM } from './form-words.ts';
import { IndustrySelect } from './IndustrySelect.tsx';

type Props = { readonly saved: Enterprise | undefined; readonly onClose: () => void };

export function EnterpriseDrawer({ saved: opened, onClose }: Props) {
  const t = useWords(FORM);
  const zone = useZone();
  return (
    <FormDrawer<Enterprise, EnterpriseFields>
      title={opened === undefined ? t.add : t.changeOf(opened.name)}
      saved={opened}
      fieldsOf={fieldsOf}
      latest={({ enterprise_id }) => api.registry.getEnterprise({ zone, enterprise_id })}
      onSave={(fields, saved) => {
        const input = { zone, ...inputOf(fields), confirm: fields.confirm === true };
        if (saved === undefined) return api.registry.createEnterprise(input);
        const { enterprise_id, version } = saved;
        return api.registry.updateEnterprise({
          ...input,
          enterprise_id,
          version,
          ...reasonOf(fields.reason),
        });
      }}
      onClose={onClose}
    >
      {(saved) => <Fields saved={saved} />}
    </FormDrawer>
  );
}

function Fields({ saved }: { readonly saved: Enterprise | undefined }) {
  const t = useWords(FORM);
  const list = useWords(ENTERPRISES);
  const ui = useWords(UI);
  const tags = <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '、', ' ']} />;
  return (
    <>
      <Section title={t.basics}>
        <CreditCodeField registered={saved?.credit_code} />
        <Form.Item
          name="name"
          label={list.name}
          rules={[{ required: true, whitespace: true, message: ui.required }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="industry_code" label={t.industry} extra={t.industryHint}>
          <IndustrySelect />
        </Form.Item>
        <ParkField label={list.park} />
        <Form.Item name="scale" label={list.scale}>
          <Select allowClear options={SCALES.map((value) => ({ value, label: list[value] }))} />
        </Form.Item>
        <Form.Item name="status" label={list.status}>
          <Select
            options={STATUSES.filter((value) => value !== 'merged').map((value) => ({
              value,
              label: list[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="tags" label={list.tags} extra={t.tagsHint}>
          {tags}
        </Form.Item>
      </Section>
      <Section title={t.place}>
        <Form.Item name="address" label={list.address}>
          <Input maxLength={300} />
        </Form.Item>
        <div style={{ display: 'grid', gap: 16, gridTemplateColumns: '1fr 1fr' }}>
          <Form.Item name="longitude" label={t.longitude}>
            <InputNumber min={-180} max={180} suffix="°" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="latitude" label={t.latitude}>
            <InputNumber min={-90} max={90} suffix="°" style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Section>
      <Section title={t.accounts} aside={t.accountsHint}>
        {(['power', 'water', 'gas'] as const).map((utility) => (
          <Form.Item key={utility} name={utility} label={t[utility]} extra={t.tagsHint}>
            {tags}
          </Form.Item>
        ))}
      </Section>
      {saved !== undefined && <ReasonField hint={t.reasonHint} />}
    </>
  );
}
