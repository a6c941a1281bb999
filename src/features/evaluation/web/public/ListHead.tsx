// What a published list is: its kind, how long its notice runs, the whole of it as files, and the root that proves it.
import { useMutation } from '@tanstack/react-query';
import { Typography } from 'antd';
import { useState } from 'react';
import { download } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Note } from '#web/ui/Note.tsx';
import { count, day } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { noticeDays } from './notice-days.ts';
import { saveList } from './published-csv.ts';
import type { Publication } from '../shared/publications.ts';
import { PUBLIC } from './public-words.ts';

export function ListHead({ list }: { readonly list: Publication }) {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const [now] = useState(() => new Date());
  const days = noticeDays(list, now);
  const until = list.notice_until ?? '';
  const save = useMutation({ mutationFn: () => saveList(zone, list, t) });
  const paper = (format: 'pdf' | 'docx'): void =>
    download(`/zones/${zone}/publications/${list.publication_id}/document?format=${format}`);
  return (
    <section className="mj-card mj-list-head" aria-label={list.title}>
      {days !== undefined && (
        <p className="mj-notice-days" data-over={days === 0}>
          {days === 0 ? t.noticeOver(until) : t.noticeLeft(until, days)}
        </p>
      )}
      <p>{t.listFacts(t[list.kind], count(list.row_count), day(list.published_at))}</p>
      <div className="mj-list-files">
        <span className="meta">{t.wholeList}</span>
        <button type="button" className="mj-link" disabled={save.isPending} onClick={() => save.mutate()}>
          {t.csv}
        </button>
        <button type="button" className="mj-link" onClick={() => paper('pdf')}>
          {t.pdf}
        </button>
        <button type="button" className="mj-link" onClick={() => paper('docx')}>
          {t.word}
        </button>
      </div>
      <div className="mj-list-root">
        <span className="meta">{t.root}</span>
        <Typography.Text code copyable={{ text: list.merkle_root, tooltips: [t.copy, t.copied] }}>
          {list.merkle_root}
        </Typography.Text>
        <span className="meta">{t.rootHint}</span>
      </div>
      {save.isError && <Note tone="bad">{problemOf(save.error).message}</Note>}
    </section>
  );
}
