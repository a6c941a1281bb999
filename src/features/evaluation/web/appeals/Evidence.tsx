// What an enterprise brought to prove its appeal: given by it, looked at in place by those who decide.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, api, download } from '#web/client/api.ts';
import { openPdf } from '#web/client/open-file.ts';
import { useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { FileDrop } from '#web/ui/FileDrop.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { moment } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import { APPEALS } from './appeal-words.ts';
import { ACCEPT } from './ChooseEvidence.tsx';
import { PictureDrawer } from './PictureDrawer.tsx';
import { sizeText } from '../shared/size-text.ts';
import { evidencePath, uploads, useUploads } from './uploads.ts';

type Item = Answer<typeof api.evaluation.listEvidence>['items'][number];

export function EvidenceOf({ appealId, mayAdd }: { readonly appealId: string; readonly mayAdd: boolean }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const path = evidencePath(zone, appealId);
  const list = useQuery({
    queryKey: ['evidence', zone, appealId],
    queryFn: () => api.evaluation.listEvidence({ zone, appeal_id: appealId }),
  });
  return (
    <div className="mj-evidence">
      <Loaded query={list} rows={1}>
        {({ items }) =>
          items.length === 0 ? <p className="meta">{t.noEvidence}</p> : <Files items={items} path={path} />
        }
      </Loaded>
      <OnTheirWay path={path} />
      {mayAdd && (
        <FileDrop accept={ACCEPT} hint={t.evidenceHint} onFile={(file) => uploads.add(path, [file])} />
      )}
    </div>
  );
}

/** The page's policy lets no frame show what it fetched: pictures are shown here, a PDF in a tab of its own. */
function Files({ items, path }: { readonly items: readonly Item[]; readonly path: string }) {
  const t = useWords(APPEALS);
  const [picture, setPicture] = useState<Item>();
  const [failure, setFailure] = useState<unknown>();
  const show = (item: Item): void => {
    setFailure(undefined);
    if (item.kind === 'pdf') openPdf(`${path}/${item.evidence_id}`).catch(setFailure);
    else setPicture(item);
  };
  return (
    <>
      <ul className="mj-lines">
        {items.map((item) => {
          const { evidence_id, name, kind, bytes, uploaded_at } = item;
          const canShow = kind === 'pdf' || kind === 'jpg' || kind === 'png';
          const view = kind === 'pdf' ? t.viewTab : t.view;
          return (
            <li key={evidence_id}>
              <span className="mj-file-name">{name}</span>
              <span className="meta">{sizeText(bytes)}</span>
              <span className="meta">{moment(uploaded_at)}</span>
              {canShow && (
                <button
                  type="button"
                  className="mj-link"
                  aria-label={`${view} ${name}`}
                  onClick={() => show(item)}
                >
                  {view}
                </button>
              )}
              <button
                type="button"
                className="mj-link"
                aria-label={`${t.download} ${name}`}
                onClick={() => download(`${path}/${evidence_id}`)}
              >
                {t.download}
              </button>
            </li>
          );
        })}
      </ul>
      {failure !== undefined && <Note tone="bad">{problemOf(failure).message}</Note>}
      {picture !== undefined && (
        <PictureDrawer
          path={`${path}/${picture.evidence_id}`}
          name={picture.name}
          type={picture.kind === 'png' ? 'image/png' : 'image/jpeg'}
          onClose={() => setPicture(undefined)}
        />
      )}
    </>
  );
}

function OnTheirWay({ path }: { readonly path: string }) {
  const t = useWords(APPEALS);
  const waiting = useUploads(path);
  if (waiting.length === 0) return null;
  return (
    <ul className="mj-lines" aria-live="polite">
      {waiting.map(({ id, file, state, error }) => (
        <li key={id}>
          <span className="mj-file-name">{file.name}</span>
          {state !== 'failed' && <span className="meta">{state === 'sending' ? t.sending : t.toSend}</span>}
          {state === 'failed' && (
            <>
              <span className="mj-file-fault">{t.notSent(problemOf(error).message)}</span>
              <button type="button" className="mj-link" onClick={() => uploads.retry(path, id)}>
                {t.sendAgain}
              </button>
              <button type="button" className="mj-link" onClick={() => uploads.drop(path, id)}>
                {t.remove}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
