// The letterhead of one list: office, number, whom to ask. Previews show what was saved.
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Answer, api, download } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { openPdf } from '#web/client/open-file.ts';
import { problemOf } from '#web/client/problem.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Note } from '#web/ui/Note.tsx';
import { useWords } from '#web/words/words.ts';
import { DOCUMENTS } from './document-words.ts';

type Letterhead = Answer<typeof api.evaluation.getLetterhead>;

/** With the longest text of each, as the server takes them. */
const FIELDS = [
  ['issuer', 60],
  ['number', 40],
  ['contact', 40],
  ['phone', 40],
  ['address', 100],
] as const;
type Field = (typeof FIELDS)[number][0];
type Typed = Readonly<Record<Field, string>>;

const typedOf = ({ issuer, number, contact, phone, address }: Letterhead): Typed => ({
  issuer,
  number: number ?? '',
  contact: contact ?? '',
  phone: phone ?? '',
  address: address ?? '',
});

type Props = { readonly saved: Letterhead; readonly mayEdit: boolean };

export function LetterheadForm({ saved, mayEdit }: Props) {
  const t = useWords(DOCUMENTS);
  const zone = useZone();
  const before = typedOf(saved);
  const [typed, setTyped] = useState(before);
  const isChanged = FIELDS.some(([field]) => typed[field].trim() !== before[field]);
  const orNull = (field: Field): string | null => (typed[field].trim() === '' ? null : typed[field].trim());
  const save = useMutation({
    mutationFn: () =>
      api.evaluation.setLetterhead({
        zone,
        ...saved,
        issuer: typed.issuer.trim(),
        number: orNull('number'),
        contact: orNull('contact'),
        phone: orNull('phone'),
        address: orNull('address'),
      }),
  });
  const hints: Partial<Record<Field, string>> = { issuer: t.issuerHint, number: t.numberHint };
  const paper = `/zones/${zone}/publications/${saved.publication_id}/document`;
  const preview = useMutation({ mutationFn: () => openPdf(`${paper}?format=pdf`) });
  const failed = save.error ?? preview.error;
  return (
    <form
      className="mj-letterhead-fields"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {FIELDS.map(([field, most]) => (
        <label key={field}>
          <span>{t[field]}</span>
          <Input
            value={typed[field]}
            maxLength={most}
            readOnly={!mayEdit}
            onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
          />
          {hints[field] !== undefined && <span className="meta">{hints[field]}</span>}
        </label>
      ))}
      {failed !== null && <Note tone="bad">{problemOf(failed).message}</Note>}
      <div className="mj-head-actions">
        {mayEdit && (
          <BusyButton
            type="primary"
            htmlType="submit"
            busy={save.isPending}
            disabled={typed.issuer.trim() === '' || (!isChanged && saved.version > 0)}
          >
            {t.save}
          </BusyButton>
        )}
        <BusyButton busy={preview.isPending} onClick={() => preview.mutate()}>
          {t.previewPdf}
        </BusyButton>
        <Button onClick={() => download(`${paper}?format=docx`)}>{t.downloadWord}</Button>
        {mayEdit && (
          <span className="meta" role="status">
            {isChanged ? t.unsaved : saved.version === 0 ? t.neverSaved : t.saved}
          </span>
        )}
      </div>
    </form>
  );
}
