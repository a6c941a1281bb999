// What a page shows when it has nothing else to show: waiting, empty, refused. Each says what can be done next.
import type { ReactNode } from 'react';
import { problemOf } from '../client/problem.ts';
import { useWords } from '../words/words.ts';
import { UI } from './ui-words.ts';

export function Loading({ rows = 5 }: { readonly rows?: number }) {
  const t = useWords(UI);
  return (
    <div className="mj-skeleton" role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} style={{ width: `${100 - ((i * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

type EmptyProps = { readonly title?: ReactNode; readonly hint?: ReactNode; readonly action?: ReactNode };

export function Empty({ title, hint, action }: EmptyProps) {
  const t = useWords(UI);
  return (
    <div className="mj-state">
      <strong>{title ?? t.emptyTitle}</strong>
      {hint !== undefined && <span>{hint}</span>}
      {action}
    </div>
  );
}

/** What the server said, with every finding and the number under which it is in the log. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useWords(UI);
  const { body } = problemOf(error);
  const lines = [
    ...(body.findings ?? []).map(({ message }) => message),
    ...(body.errors ?? []).map(({ path, message }) => `${path.join('.')} ${message}`),
  ];
  return (
    <div className="mj-state" role="alert">
      <strong>{body.status === 0 ? t.errorTitle : body.title}</strong>
      <span>{body.code === 'unreachable' ? t.unreachable : body.detail}</span>
      {lines.length > 0 && (
        <ul>
          {lines.slice(0, 20).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {retry !== undefined && (
        <button type="button" className="mj-link" onClick={retry}>
          {t.retry}
        </button>
      )}
      {body.request_id !== undefined && <span className="meta">{t.requestId(body.request_id)}</span>}
    </div>
  );
}
