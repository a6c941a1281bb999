// A record in a drawer: a new one, or a change on the version the reader saw. A refusal leaves what was typed; when somebody was
// faster, the reader is told so and can load what the other person saved.
import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../client/problem.ts';
import { useWords } from '../words/words.ts';
import { BusyButton } from './BusyButton.tsx';
import { Note } from './Note.tsx';
import { Refusal } from './Refusal.tsx';
import { UI } from './ui-words.ts';

type Props<Saved, Fields> = {
  readonly title: string;
  /** Undefined: a new one. */
  readonly saved: Saved | undefined;
  readonly fieldsOf: (saved: Saved | undefined) => Fields;
  /** The record as the server has it now. */
  readonly latest: (saved: Saved) => Promise<Saved | undefined>;
  /** `saved` is what the reader saw when the form was filled. */
  readonly onSave: (fields: Fields, saved: Saved | undefined) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: (saved: Saved | undefined) => ReactNode;
};

export function FormDrawer<Saved, Fields extends object>(props: Props<Saved, Fields>) {
  const t = useWords(UI);
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [open, setOpen] = useState(true);
  const [saved, setSaved] = useState(props.saved);
  const [reloaded, setReloaded] = useState(false);
  const save = useMutation({
    mutationFn: (fields: Fields) => props.onSave(fields, saved),
    onSuccess: () => {
      void message.success(t.saved);
      setOpen(false);
    },
  });
  // Only read: it must not make the page behind ask for everything again, as a mutation does.
  const [loading, setLoading] = useState(false);
  const [loadError, setLoadError] = useState<unknown>();
  const reload = async (): Promise<void> => {
    if (saved === undefined) return;
    setLoading(true);
    setLoadError(undefined);
    try {
      const now = await props.latest(saved);
      if (now === undefined) return;
      setSaved(now);
      form.setFieldsValue(props.fieldsOf(now));
      save.reset();
      setReloaded(true);
    } catch (error) {
      setLoadError(error);
    } finally {
      setLoading(false);
    }
  };
  const overtaken = save.isError && problemOf(save.error).code === 'changed_meanwhile';
  return (
    <Drawer
      open={open}
      title={props.title}
      size={560}
      onClose={() => setOpen(false)}
      afterOpenChange={(shown) => {
        if (!shown) props.onClose();
      }}
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
          <BusyButton type="primary" busy={save.isPending} onClick={() => form.submit()}>
            {t.save}
          </BusyButton>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={props.fieldsOf(saved)}
        onFinish={(fields) => {
          if (!save.isPending) save.mutate(fields);
        }}
      >
        {reloaded && !save.isError && <Note>{t.latestLoaded}</Note>}
        {props.children(saved)}
        {loadError !== undefined && <Refusal error={loadError} />}
        {save.isError && (
          <Refusal error={save.error}>
            {overtaken && (
              <BusyButton size="small" busy={loading} onClick={() => void reload()}>
                {t.loadLatest}
              </BusyButton>
            )}
          </Refusal>
        )}
      </Form>
    </Drawer>
  );
}
