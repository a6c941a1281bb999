// Asks for the reason of something that cannot be taken back, and stays open with the server's words when it is refused.
import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../client/problem.ts';
import { useWords } from '../words/words.ts';
import { Note } from './Note.tsx';
import { UI } from './ui-words.ts';

type Props = {
  readonly open: boolean;
  readonly title: string;
  /** What will happen. */
  readonly children?: ReactNode;
  readonly confirm?: string;
  readonly danger?: boolean;
  /** Reasons that come up often; one click writes one. */
  readonly suggestions?: readonly string[];
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => Promise<unknown>;
};

export function ReasonDialog({
  open,
  title,
  children,
  confirm,
  danger = false,
  suggestions = [],
  onClose,
  onConfirm,
}: Props) {
  const t = useWords(UI);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm(reason.trim());
      setReason('');
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm ?? t.confirm}
      cancelText={t.cancel}
      okButtonProps={{ disabled: reason.trim().length < 2, danger }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => void send()}
      destroyOnHidden
    >
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
        {children}
        <label>
          <div>{t.reason}</div>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <div className="meta">{t.reasonHint}</div>
        </label>
        {suggestions.length > 0 && (
          <div className="mj-head-actions">
            {suggestions.map((suggestion) => (
              <button
                key={suggestion}
                type="button"
                className="mj-link"
                onClick={() => setReason(suggestion)}
              >
                {suggestion}
              </button>
            ))}
          </div>
        )}
        {error !== undefined && <Note tone="bad">{problemOf(error).message}</Note>}
      </div>
    </Modal>
  );
}
