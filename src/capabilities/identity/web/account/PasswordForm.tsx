// Another password in place of the current one.
import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { post } from '#web/client/api.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { ACCOUNT } from './account-words.ts';

type Fields = { readonly current: string; readonly next: string; readonly again: string };

export function PasswordForm() {
  const t = useWords(ACCOUNT);
  const [form] = Form.useForm<Fields>();
  const change = useMutation({
    mutationFn: ({ current, next }: Fields) =>
      post('/auth/change-password', { currentPassword: current, newPassword: next }),
    onSuccess: () => form.resetFields(),
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => change.mutate(fields)}>
      <Form.Item name="current" label={t.current} rules={[{ required: true, message: '' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={t.next} extra={t.rules} rules={[{ required: true, message: '' }]}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.again}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t.different)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      {change.isError && <Note tone="bad">{problemOf(change.error).message}</Note>}
      {change.isSuccess && <Note tone="good">{t.changed}</Note>}
      <BusyButton type="primary" htmlType="submit" busy={change.isPending} style={{ marginTop: 12 }}>
        {t.change}
      </BusyButton>
    </Form>
  );
}
