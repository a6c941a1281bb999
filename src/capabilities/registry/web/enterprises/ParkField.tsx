// Which park a record lies in, in a form.
import { Form, Select } from 'antd';
import { useParks } from './enterprises-query.ts';

export function ParkField({ label }: { readonly label: string }) {
  const parks = useParks().data?.items ?? [];
  return (
    <Form.Item name="park_id" label={label}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={parks.map(({ park_id, name }) => ({ value: park_id, label: name }))}
      />
    </Form.Item>
  );
}
