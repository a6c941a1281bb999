// A new account with the role and the scope that the system administrator proposes.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { ROLE_LABELS } from '#core/role-labels.ts';
import type { Role } from '#core/roles.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Note } from '#web/ui/Note.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import { MEMBERS } from './members-words.ts';

type Fields = {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly office_id?: string;
  readonly park_ids?: string[];
  readonly credit_code?: string;
};

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAdded: (name: string, password: string | null) => void;
};

export function AddMember({ open, onClose, onAdded }: Props) {
  const t = useWords(MEMBERS);
  const label = useLabel();
  const zone = useZone();
  const [form] = Form.useForm<Fields>();
  const role = Form.useWatch('role', form);
  const offices = useQuery({
    queryKey: ['offices', zone],
    queryFn: () => api.registry.listOffices({ zone }),
    enabled: open,
  });
  const parks = useQuery({
    queryKey: ['parks', zone],
    queryFn: () => api.registry.listParks({ zone }),
    enabled: open,
  });
  const add = useMutation({
    mutationFn: async ({ username, name, role: as, office_id, park_ids, credit_code }: Fields) =>
      api.identity.proposeMember({
        zone,
        username,
        name,
        role: as,
        office_id: as === 'data_officer' ? (office_id ?? null) : null,
        park_ids: as === 'park_manager' ? (park_ids ?? []) : [],
        enterprise_ids: as === 'enterprise_user' ? [await enterpriseOf(zone, credit_code ?? '')] : [],
      }),
    onSuccess: ({ membership, one_time_password }) => {
      form.resetFields();
      onClose();
      onAdded(membership.name, one_time_password);
    },
  });
  const enterpriseOf = async (zone_: string, code: string): Promise<string> => {
    const { items } = await api.registry.listEnterprises({ zone: zone_, search: code, limit: 2 });
    const found = items.find(({ credit_code }) => credit_code === code);
    if (found === undefined) throw new Error(t.enterpriseUnknown);
    return found.enterprise_id;
  };
  const required = [{ required: true, message: '' }];
  return (
    <Modal
      open={open}
      title={t.add}
      okText={t.add}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={add.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => add.mutate(fields)}>
        <Form.Item name="name" label={t.name} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="username"
          label={t.username}
          rules={[{ required: true, pattern: /^[\w.@-]{2,64}$/, message: t.usernameHint }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t.role} rules={required}>
          <Select
            options={Object.entries(ROLE_LABELS).map(([value, labels]) => ({ value, label: label(labels) }))}
          />
        </Form.Item>
        {role === 'data_officer' && (
          <Form.Item name="office_id" label={t.office} rules={required}>
            <Select
              options={
                offices.data?.items.map(({ office_id, name }) => ({ value: office_id, label: name })) ?? []
              }
            />
          </Form.Item>
        )}
        {role === 'park_manager' && (
          <Form.Item name="park_ids" label={t.parks} rules={required}>
            <Select
              mode="multiple"
              options={parks.data?.items.map(({ park_id, name }) => ({ value: park_id, label: name })) ?? []}
            />
          </Form.Item>
        )}
        {role === 'enterprise_user' && (
          <Form.Item name="credit_code" label={t.enterprise} extra={t.enterpriseHint} rules={required}>
            <Input maxLength={18} />
          </Form.Item>
        )}
        {add.isError && <Note tone="bad">{problemOf(add.error).message}</Note>}
      </Form>
    </Modal>
  );
}
