// What the server refused, in its words, with what to do about it.
import { problemOf } from '../client/problem.ts';
import { Note } from './Note.tsx';

export function Refused({ error }: { readonly error: unknown }) {
  const { message, body } = problemOf(error);
  return (
    <Note tone="bad">
      {message}
      {body.detail !== undefined && <div className="meta">{body.detail}</div>}
    </Note>
  );
}
