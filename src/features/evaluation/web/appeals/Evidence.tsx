// What an enterprise brought to prove its appeal: given by it, read by those who decide.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, download, request } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { fixed, moment } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { APPEALS } from './appeal-words.ts';

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

export function EvidenceOf({ appealId, mayAdd }: { readonly appealId: string; readonly mayAdd: boolean }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const path = `/zones/${zone}/appeals/${appealId}/evidence`;
  const list = useQuery({
    queryKey: ['evidence', zone, appealId],
    queryFn: () => api.evaluation.listEvidence({ zone, appeal_id: appealId }),
  });
  const upload = useMutation({
    mutationFn: (file: File) =>
      request(`${path}?file_name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }),
  });
  return (
    <div className="mj-appeal-form">
      <Loaded query={list} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{t.noEvidence}</p>
          ) : (
            <ul className="mj-lines">
              {items.map(({ evidence_id, name, bytes, uploaded_at }) => (
                <li key={evidence_id}>
                  <button
                    type="button"
                    className="mj-link"
                    onClick={() => download(`${path}/${evidence_id}`)}
                  >
                    {name}
                  </button>
                  <span className="meta">{`${fixed(bytes / 1024, 0)} KB`}</span>
                  <span className="meta">{moment(uploaded_at)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayAdd && <FileDrop accept={ACCEPT} hint={t.evidenceHint} onFile={(file) => upload.mutate(file)} />}
      {upload.isError && <Note tone="bad">{problemOf(upload.error).message}</Note>}
    </div>
  );
}
