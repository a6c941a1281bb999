// What the server said no with: its words, what to do, and every place that is wrong.
import type { ReactNode } from 'react';
import { problemOf } from '../client/problem.ts';
import { Note } from './Note.tsx';

type Props = { readonly error: unknown; readonly children?: ReactNode };

export function Refusal({ error, children }: Props) {
  const { body } = problemOf(error);
  const lines = [
    ...(body.findings ?? []).map(({ message }) => message),
    ...(body.errors ?? []).map(({ path, message }) => `${path.join('.')} ${message}`),
  ];
  return (
    <Note tone="bad">
      <strong>{body.title}</strong>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {body.detail !== undefined && <div>{body.detail}</div>}
      {children}
    </Note>
  );
}
