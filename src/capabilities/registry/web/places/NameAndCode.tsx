// What parks and offices are called, in a form: the name people use, and the code files use.
import { Form, Input } from 'antd';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { PLACES } from './places-words.ts';

export function NameAndCode() {
  const t = useWords(PLACES);
  const ui = useWords(UI);
  return (
    <>
      <Form.Item
        name="name"
        label={t.name}
        rules={[{ required: true, whitespace: true, message: ui.required }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t.code}
        extra={t.codeHint}
        rules={[{ required: true, pattern: /^[\w.-]{1,32}$/, message: t.codeHint }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </>
  );
}
