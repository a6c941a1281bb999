// A new scheme from one that ships with the product: its first version is a draft to be changed.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { Note } from '#web/ui/Note.tsx';
import { problemOf } from '#web/client/problem.ts';
import { UI } from '#web/ui/ui-words.ts';
import { useWords } from '#web/words/words.ts';
import { LIST } from './list-words.ts';

type Props = {
  readonly open: boolean;
  readonly shipped: readonly string[];
  readonly taken: readonly string[];
  readonly onClose: () => void;
};

const ID = /^[a-z][a-z0-9-]{1,60}$/;

export function NewScheme({ open, shipped, taken, onClose }: Props) {
  const t = useWords(LIST);
  const ui = useWords(UI);
  const zone = useZone();
  const navigate = useNavigate();
  const [from, setFrom] = useState<string>();
  const [id, setId] = useState('');
  const create = useMutation({
    mutationFn: (choice: { shipped: string; scheme_id: string }) =>
      api.evaluation.createScheme({ zone, ...choice }),
    onSuccess: ({ scheme_id, version }) => {
      onClose();
      void navigate({ to: `/z/${zone}/schemes/${scheme_id}/${version}` });
    },
  });
  const isFit = ID.test(id) && !taken.includes(id);
  return (
    <Modal
      open={open}
      title={t.freshTitle}
      okText={t.create}
      cancelText={ui.cancel}
      okButtonProps={{ disabled: from === undefined || !isFit }}
      confirmLoading={create.isPending}
      onCancel={onClose}
      onOk={() => from !== undefined && create.mutate({ shipped: from, scheme_id: id })}
      destroyOnHidden
    >
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
        <label>
          <div>{t.from}</div>
          <Select<string | null>
            aria-label={t.from}
            showSearch
            style={{ width: '100%' }}
            value={from ?? null}
            options={shipped.map((value) => ({ value, label: value }))}
            onChange={(chosen) => {
              if (chosen === null) return;
              setFrom(chosen);
              if (id === '') setId(chosen.replaceAll(/[^a-z0-9-]/g, '-'));
            }}
          />
        </label>
        <label>
          <div>{t.newId}</div>
          <Input
            value={id}
            status={id === '' || isFit ? '' : 'error'}
            onChange={({ target }) => setId(target.value)}
          />
          <div className="meta">{t.newIdHint}</div>
        </label>
        {create.isError && <Note tone="bad">{problemOf(create.error).message}</Note>}
      </div>
    </Modal>
  );
}
