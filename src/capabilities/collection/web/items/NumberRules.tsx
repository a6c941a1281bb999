// What is plausible of a number: bounds that stop an import, and checks that only raise a finding.
import { Button, Form, InputNumber, Select } from 'antd';
import { Section } from '#web/ui/Section.tsx';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { useItems } from '../shared/lists.ts';
import type { ItemFields } from './item-fields.ts';
import { ITEMS } from './items-words.ts';

const TWO = { display: 'grid', gap: '0 16px', gridTemplateColumns: '1fr 1fr' } as const;
const WIDE = { width: '100%' } as const;
const METHODS = ['z', 'modified_z', 'mad', 'iqr'] as const;

export function NumberRules() {
  const t = useWords(ITEMS);
  const form = Form.useFormInstance<ItemFields>();
  const method: ItemFields['method'] = Form.useWatch('method', form);
  return (
    <>
      <Section title={t.bounds} aside={t.boundsHint}>
        <div style={TWO}>
          <Form.Item name="min" label={t.min}>
            <InputNumber style={WIDE} />
          </Form.Item>
          <Form.Item
            name="max"
            label={t.max}
            dependencies={['min']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, max: number | null | undefined) => {
                  const min = getFieldValue('min') as number | null | undefined;
                  return (min ?? -Infinity) > (max ?? Infinity)
                    ? Promise.reject(new Error(t.rangeEmpty))
                    : Promise.resolve();
                },
              }),
            ]}
          >
            <InputNumber style={WIDE} />
          </Form.Item>
        </div>
      </Section>
      <Section title={t.rules} aside={t.rulesHint}>
        <div style={TWO}>
          <Form.Item name="ratio" label={t.ratio}>
            <InputNumber style={WIDE} min={1.01} suffix={t.times} />
          </Form.Item>
          <Form.Item name="floor" label={t.floor}>
            <InputNumber style={WIDE} min={0} />
          </Form.Item>
          <Form.Item name="method" label={t.method}>
            <Select allowClear options={METHODS.map((value) => ({ value, label: t[value] }))} />
          </Form.Item>
          <Threshold needed={method !== undefined} />
        </div>
        <OtherItems />
        <Form.Item name="additive" label={t.additive}>
          <Select
            options={[
              { value: 'unit', label: t.byUnit },
              { value: 'yes', label: t.yes },
              { value: 'no', label: t.no },
            ]}
          />
        </Form.Item>
      </Section>
    </>
  );
}

function Threshold({ needed }: { readonly needed: boolean }) {
  const t = useWords(ITEMS);
  const ui = useWords(UI);
  return (
    <Form.Item name="threshold" label={t.threshold} rules={[{ required: needed, message: ui.required }]}>
      <InputNumber style={WIDE} min={0.1} disabled={!needed} />
    </Form.Item>
  );
}

function OtherItems() {
  const t = useWords(ITEMS);
  const ui = useWords(UI);
  const numbers = useItems().data?.items.filter(({ kind }) => kind === 'number') ?? [];
  const required = [{ required: true, message: ui.required }];
  return (
    <Form.Item label={t.at_most}>
      <Form.List name="at_most">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} style={{ display: 'flex', gap: 8 }}>
                <Form.Item name={[name, 'times']} rules={required}>
                  <InputNumber aria-label={t.times} min={0.01} suffix={t.times} style={{ width: 110 }} />
                </Form.Item>
                <Form.Item name={[name, 'item']} rules={required} style={{ flex: 1, minWidth: 0 }}>
                  <Select
                    aria-label={t.otherItem}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={numbers.map(({ item_id, name: label }) => ({ value: item_id, label }))}
                  />
                </Form.Item>
                <Button type="text" onClick={() => remove(name)}>
                  {t.remove}
                </Button>
              </div>
            ))}
            {rows.length < 5 && (
              <Button size="small" onClick={() => add({ times: 1 })}>
                {t.addRule}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
