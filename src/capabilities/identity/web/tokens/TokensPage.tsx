// Tokens of departments' systems: issue, see when they were used, revoke.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { TokenScope } from '#core/endpoint.ts';
import { type Answer, api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Note } from '#web/ui/Note.tsx';
import { count, day, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { actsColumn, type Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { TOKENS } from './tokens-words.ts';

type Token = Answer<typeof api.identity.listTokens>['items'][number];
type Fields = {
  readonly name: string;
  readonly office_id: string;
  readonly scopes: TokenScope[];
  readonly days: number;
};

const stateOf = ({ revoked_at, expires_at }: Token): 'revoked' | 'expired' | 'inForce' => {
  if (revoked_at !== null) return 'revoked';
  return Date.parse(expires_at) < Date.now() ? 'expired' : 'inForce';
};

export function TokensPage() {
  const t = useWords(TOKENS);
  const zone = useZone();
  const mayIssue = useRole() === 'security_admin';
  const { modal, message } = App.useApp();
  const [open, setOpen] = useState(false);
  const tokens = useQuery({ queryKey: ['tokens', zone], queryFn: () => api.identity.listTokens({ zone }) });
  const offices = useQuery({
    queryKey: ['offices', zone],
    queryFn: () => api.registry.listOffices({ zone }),
  });
  const revoke = useMutation({
    mutationFn: (token_id: string) => api.identity.revokeToken({ zone, token_id }),
    onError: (error) => void message.error(problemOf(error).message),
  });
  if (tokens.isError) return <Failure error={tokens.error} retry={() => void tokens.refetch()} />;
  if (tokens.data === undefined) return <Loading />;
  const { items } = tokens.data;
  const officeName = (id: string): string =>
    offices.data?.items.find(({ office_id }) => office_id === id)?.name ?? '';
  const columns: Column<Token>[] = [
    { id: 'name', title: t.name, width: 200, value: ({ name }) => name },
    {
      id: 'office',
      title: t.office,
      width: 160,
      value: ({ office_id }) => officeName(office_id),
      phone: true,
    },
    { id: 'scopes', title: t.scopes, width: 240, value: ({ scopes }) => scopes.join(', '), phone: true },
    {
      id: 'state',
      title: t.state,
      width: 100,
      phone: true,
      value: (token) => t[stateOf(token)],
      render: (token) => (
        <StatusTag tone={stateOf(token) === 'inForce' ? 'good' : 'plain'}>{t[stateOf(token)]}</StatusTag>
      ),
    },
    { id: 'expires', title: t.expires, width: 110, value: ({ expires_at }) => day(expires_at), phone: true },
    { id: 'used', title: t.used, width: 168, value: ({ last_used_at }) => moment(last_used_at) },
    actsColumn('', 90, (token) =>
      mayIssue && stateOf(token) === 'inForce' ? (
        <Button
          size="small"
          danger
          onClick={() =>
            void modal.confirm({
              title: t.sure(token.name),
              onOk: () => revoke.mutateAsync(token.token_id),
            })
          }
        >
          {t.revoke}
        </Button>
      ) : null,
    ),
  ];
  return (
    <PageBody full>
      <PageHead
        kicker={t.hint}
        answer={t.answer(count(items.filter((token) => stateOf(token) === 'inForce').length))}
        actions={
          mayIssue && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t.issue}
            </Button>
          )
        }
      />
      <DataTable
        id="tokens"
        label={t.label}
        columns={columns}
        rows={items}
        rowKey={({ token_id }) => token_id}
        empty={<Empty title={t.empty} />}
      />
      <IssueToken
        open={open}
        offices={offices.data?.items.map(({ office_id, name }) => ({ value: office_id, label: name })) ?? []}
        onClose={() => setOpen(false)}
      />
    </PageBody>
  );
}

type IssueProps = {
  readonly open: boolean;
  readonly offices: { value: string; label: string }[];
  readonly onClose: () => void;
};

function IssueToken({ open, offices, onClose }: IssueProps) {
  const t = useWords(TOKENS);
  const zone = useZone();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const issue = useMutation({
    mutationFn: (fields: Fields) => api.identity.createToken({ zone, ...fields }),
    onSuccess: ({ secret }) => {
      form.resetFields();
      onClose();
      modal.success({ title: t.secret, content: <code style={{ overflowWrap: 'anywhere' }}>{secret}</code> });
    },
  });
  const required = [{ required: true, message: '' }];
  return (
    <Modal
      open={open}
      title={t.issue}
      okText={t.issue}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={issue.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ days: 90 }}
        onFinish={(fields) => issue.mutate(fields)}
      >
        <Form.Item name="name" label={t.name} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="office_id" label={t.office} rules={required}>
          <Select options={offices} />
        </Form.Item>
        <Form.Item name="scopes" label={t.scopes} rules={required}>
          <Select
            mode="multiple"
            options={[
              { value: 'figures:write', label: t.write },
              { value: 'registry:read', label: t.registry },
              { value: 'results:read', label: t.results },
            ]}
          />
        </Form.Item>
        <Form.Item name="days" label={t.days} rules={required}>
          <InputNumber min={1} max={366} />
        </Form.Item>
        {issue.isError && <Note tone="bad">{problemOf(issue.error).message}</Note>}
      </Form>
    </Modal>
  );
}
