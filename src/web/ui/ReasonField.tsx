// Why a record is changed, in its form; it goes into the record's history.
import { Form, Input } from 'antd';
import { useWords } from '../words/words.ts';
import { UI } from './ui-words.ts';

export function ReasonField({ hint }: { readonly hint?: string }) {
  const t = useWords(UI);
  return (
    <Form.Item name="reason" label={t.changeReason} extra={hint}>
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
