// The second factor: a secret for an authenticator, shown once, then proved by a code of it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, QRCode } from 'antd';
import { useState } from 'react';
import { post, request } from '#web/client/api.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useWords } from '#web/words/words.ts';
import { ACCOUNT } from './account-words.ts';

type Enrolment = { readonly totpURI: string; readonly backupCodes: readonly string[] };
type Session = { readonly user: { readonly twoFactorEnabled?: boolean | null } } | null;

export function SecondFactorForm() {
  const t = useWords(ACCOUNT);
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: async () => (await (await request('/auth/get-session')).json()) as Session,
  });
  const enable = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      post<Enrolment>('/auth/two-factor/enable', { password }),
    onSuccess: setEnrolment,
  });
  const disable = useMutation({
    mutationFn: ({ password }: { password: string }) => post('/auth/two-factor/disable', { password }),
    onSuccess: () => setEnrolment(undefined),
  });
  return (
    <Loaded query={session} rows={2}>
      {(now) => {
        const on = now?.user.twoFactorEnabled === true;
        if (enrolment !== undefined && !on) return <Prove enrolment={enrolment} />;
        const act = on ? disable : enable;
        return (
          <>
            {on && <StatusTag tone="good">{t.on}</StatusTag>}
            {enrolment !== undefined && <RecoveryCodes codes={enrolment.backupCodes} />}
            <p className="meta">{t.factorHint}</p>
            <Form
              key={String(on)}
              layout="vertical"
              requiredMark={false}
              onFinish={(fields: { password: string }) => act.mutate(fields)}
            >
              <Form.Item name="password" label={t.current} rules={[{ required: true, message: '' }]}>
                <Input.Password autoComplete="current-password" />
              </Form.Item>
              {act.isError && <Note tone="bad">{problemOf(act.error).message}</Note>}
              <BusyButton
                htmlType="submit"
                danger={on}
                type={on ? 'default' : 'primary'}
                busy={act.isPending}
              >
                {on ? t.off : t.begin}
              </BusyButton>
            </Form>
          </>
        );
      }}
    </Loaded>
  );
}

function Prove({ enrolment }: { readonly enrolment: Enrolment }) {
  const t = useWords(ACCOUNT);
  const prove = useMutation({
    mutationFn: ({ code }: { code: string }) => post('/auth/two-factor/verify-totp', { code }),
  });
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 24 }}>
      <div>
        <QRCode value={enrolment.totpURI} size={180} bordered={false} />
        <p className="meta">{t.secret}</p>
        <code>{new URL(enrolment.totpURI).searchParams.get('secret')}</code>
      </div>
      <Form
        layout="vertical"
        requiredMark={false}
        style={{ flex: '1 1 240px' }}
        onFinish={(fields: { code: string }) => prove.mutate(fields)}
      >
        <RecoveryCodes codes={enrolment.backupCodes} />
        <Form.Item name="code" label={t.code} rules={[{ required: true, message: '' }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        {prove.isError && <Note tone="bad">{problemOf(prove.error).message}</Note>}
        <BusyButton type="primary" htmlType="submit" busy={prove.isPending}>
          {t.renew}
        </BusyButton>
      </Form>
    </div>
  );
}

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useWords(ACCOUNT);
  return (
    <Note tone="warn">
      <p>{t.recovery}</p>
      <code style={{ display: 'block', columns: 2, margin: '8px 0' }}>
        {codes.map((code) => (
          <div key={code}>{code}</div>
        ))}
      </code>
    </Note>
  );
}
