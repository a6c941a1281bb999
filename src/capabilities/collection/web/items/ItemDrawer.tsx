// An item of the catalogue in a form: added, or changed on the version the officer saw.
import { Form, Input, InputNumber, Select } from 'antd';
import type { Item } from '#capabilities/collection/contract/items.ts';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { parseUnit } from '#core/units.ts';
import { api } from '#web/client/api.ts';
import { WORKING } from '#web/client/page.ts';
import { useZone } from '#web/client/place.ts';
import { FormDrawer } from '#web/ui/FormDrawer.tsx';
import { Section } from '#web/ui/Section.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { useItems, useOffices } from '../shared/lists.ts';
import { fieldsOf, inputOf, type ItemFields } from './item-fields.ts';
import { ITEMS } from './items-words.ts';
import { NumberRules } from './NumberRules.tsx';

type Props = { readonly saved: Item | undefined; readonly onClose: () => void };

export function ItemDrawer({ saved: opened, onClose }: Props) {
  const t = useWords(ITEMS);
  const zone = useZone();
  const items = useItems().data?.items ?? [];
  const place = Math.max(0, ...items.map(({ position }) => position)) + 1;
  return (
    <FormDrawer<Item, ItemFields>
      title={opened === undefined ? t.add : t.changeOf(opened.name)}
      saved={opened}
      fieldsOf={(saved) => fieldsOf(saved, place)}
      latest={async ({ item_id }) =>
        (await api.collection.listItems({ zone })).items.find((one) => one.item_id === item_id)
      }
      onSave={(fields, saved) =>
        saved === undefined
          ? api.collection.createItem({ zone, ...inputOf(fields, fields.item_id?.trim() ?? '') })
          : api.collection.updateItem({ zone, ...inputOf(fields, saved.item_id), version: saved.version })
      }
      onClose={onClose}
    >
      {(saved) => <Fields isNew={saved === undefined} />}
    </FormDrawer>
  );
}

const KINDS = ['number', 'text', 'yes_no', 'choice'] as const;
const CADENCES = ['year', 'half', 'quarter', 'month'] as const;
const SHARINGS = ['shared', 'conditional', 'not_shared'] as const;

function Fields({ isNew }: { readonly isNew: boolean }) {
  const t = useWords(ITEMS);
  const ui = useWords(UI);
  const label = useLabel();
  const form = Form.useFormInstance<ItemFields>();
  const kind: ItemFields['kind'] | undefined = Form.useWatch('kind', form);
  const offices = useOffices().data?.items ?? [];
  const required = [{ required: true, message: ui.required }];
  const texts = <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '、']} />;
  return (
    <>
      <Section title={t.basics}>
        <Form.Item name="name" label={t.name} extra={t.nameHint} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        {isNew && (
          <Form.Item
            name="item_id"
            label={t.item_id}
            rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,62}$/, message: t.codeHint }]}
            extra={t.codeHint}
          >
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item name="definition" label={t.definition} extra={t.definitionHint}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="kind" label={t.kind}>
          <Select options={KINDS.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        {kind === 'number' && (
          <Form.Item
            name="unit"
            label={t.unit}
            extra={t.unitHint}
            rules={[
              {
                validator: (_, unit: string) =>
                  unit.trim() === '' || parseUnit(unit.trim()) !== undefined
                    ? Promise.resolve()
                    : Promise.reject(new Error(t.unitUnknown)),
              },
            ]}
          >
            <Input maxLength={20} />
          </Form.Item>
        )}
        {kind === 'choice' && (
          <Form.Item name="choices" label={t.choices} extra={t.listHint} rules={required}>
            {texts}
          </Form.Item>
        )}
        <Form.Item name="synonyms" label={t.synonyms} extra={t.listHint}>
          {texts}
        </Form.Item>
        <Form.Item name="position" label={t.position} rules={required}>
          <InputNumber precision={0} min={0} />
        </Form.Item>
      </Section>
      <Section title={t.source}>
        <Form.Item name="office_id" label={t.office} extra={t.officeHint}>
          <Select
            allowClear
            options={offices.map(({ office_id, name }) => ({ value: office_id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="cadence" label={t.cadence}>
          <Select options={CADENCES.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="sharing" label={t.sharing}>
          <Select options={SHARINGS.map((value) => ({ value, label: t[value] }))} />
        </Form.Item>
        <Form.Item name="visible_to" label={t.visible} extra={t.visibleHint}>
          <Select
            mode="multiple"
            options={WORKING.map((role) => ({ value: role, label: label(ROLE_LABELS[role]) }))}
          />
        </Form.Item>
      </Section>
      {kind === 'number' && <NumberRules />}
    </>
  );
}
