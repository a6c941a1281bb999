// Verifies a receipt from a file, without the network, and a document by the code printed on it.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Note } from '#web/ui/Note.tsx';
import { moment } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import type { Receipt } from '#engine/proof/receipt.ts';
import { checkReceipt, readReceipt } from './check-receipt.ts';
import { PublicFrame } from './PublicFrame.tsx';
import { PUBLIC } from './public-words.ts';
import { Verdict } from './Verdict.tsx';

export function VerifyPage() {
  const t = useWords(PUBLIC);
  const zone = useZone();
  return (
    <PublicFrame>
      <PageHead
        kicker={t.verifyLead}
        answer={t.verifyTitle}
        actions={<Link to={`/public/${zone}`}>{t.back}</Link>}
      />
      <ReceiptCheck />
      <DocumentCheck />
    </PublicFrame>
  );
}

function ReceiptCheck() {
  const t = useWords(PUBLIC);
  const [receipt, setReceipt] = useState<Receipt | 'none'>();
  const [root, setRoot] = useState('');
  const published = /^[0-9a-f]{64}$/i.test(root.trim()) ? root.trim() : undefined;
  return (
    <Section title={t.dropReceipt}>
      <div className="mj-verify">
        <FileDrop
          accept=".json"
          onFile={(file) => void file.text().then((text) => setReceipt(readReceipt(text) ?? 'none'))}
        />
        <label>
          {t.publishedRoot}
          <Input value={root} maxLength={64} onChange={({ target }) => setRoot(target.value)} />
        </label>
        {receipt === 'none' && <Note tone="bad">{t.notReceipt}</Note>}
        {receipt !== undefined && receipt !== 'none' && (
          <Verdict checked={checkReceipt(receipt, published)} root={published} />
        )}
      </div>
    </Section>
  );
}

function DocumentCheck() {
  const t = useWords(PUBLIC);
  const label = useLabel();
  const zone = useZone();
  const { filters } = useFilters();
  const [code, setCode] = useState(filters['code'] ?? '');
  const check = useMutation({ mutationFn: () => api.evaluation.verifyDocument({ zone, code: code.trim() }) });
  return (
    <Section title={t.documentTitle} aside={t.documentHint}>
      <form
        className="mj-verify"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate();
        }}
      >
        <div className="mj-bar-query">
          <Input
            style={{ maxWidth: 320 }}
            aria-label={t.code}
            placeholder={t.code}
            maxLength={40}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
          <BusyButton type="primary" htmlType="submit" disabled={code.trim() === ''} busy={check.isPending}>
            {t.check}
          </BusyButton>
        </div>
        {check.isError && <Note tone="bad">{problemOf(check.error).message}</Note>}
        {check.data !== undefined && (
          <Note tone={check.data.replaced ? 'warn' : 'good'}>
            <strong>{t.genuine}</strong>
            {check.data.replaced && <p>{t.replaced}</p>}
            <p>{check.data.title}</p>
            <p className="meta">{`${t.issued} ${moment(check.data.issued_at)}`}</p>
            <dl className="mj-facts">
              {check.data.facts.map((fact) => (
                <div key={fact.en} style={{ display: 'contents' }}>
                  <dt>{label(fact)}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          </Note>
        )}
      </form>
    </Section>
  );
}
