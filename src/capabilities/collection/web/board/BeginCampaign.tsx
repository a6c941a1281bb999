// Opens a campaign: each office is asked for the items that the catalogue gives to it.
import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { useItems, useOffices } from '../shared/lists.ts';
import { tasksOf } from './tasks-of.ts';

type Props = { readonly open: boolean; readonly periodId: string; readonly onClose: () => void };
type Fields = { readonly name: string; readonly opens_on: string; readonly due_on: string };

export function BeginCampaign({ open, periodId, onClose }: Props) {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const [form] = Form.useForm<Fields>();
  const items = useItems().data?.items ?? [];
  const offices = new Map(useOffices().data?.items.map(({ office_id, name }) => [office_id, name]));
  const tasks = tasksOf(items);
  const begin = useMutation({
    mutationFn: (fields: Fields) =>
      api.collection.createCampaign({ zone, period_id: periodId, ...fields, tasks }),
    onSuccess: onClose,
  });
  const required = [{ required: true, message: '' }];
  return (
    <Modal
      open={open}
      title={t.begin}
      okText={t.begin}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={begin.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => begin.mutate(fields)}>
        <Form.Item name="name" label={t.name} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="opens_on" label={t.opensOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="due_on" label={t.dueOn} rules={required}>
          <Input type="date" />
        </Form.Item>
        <p className="meta">{t.tasksHint}</p>
        <ul className="mj-lines">
          {tasks.map(({ office_id, item_ids }) => (
            <li key={office_id ?? ''}>
              <strong>{office_id === null ? t.enterprises : offices.get(office_id)}</strong>
              <span className="meta">
                {item_ids.map((id) => items.find(({ item_id }) => item_id === id)?.name ?? id).join('、')}
              </span>
            </li>
          ))}
        </ul>
        {begin.isError && <Note tone="bad">{problemOf(begin.error).message}</Note>}
      </Form>
    </Modal>
  );
}
