// Published lists on paper: which list, who issues it under which number, and how it will look.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { usePublications } from '../shared/publications.ts';
import { DOCUMENTS } from './document-words.ts';
import { LetterheadForm } from './LetterheadForm.tsx';

export function PublishedPapers({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useWords(DOCUMENTS);
  const [chosen, setChosen] = useState<string>();
  const lists = usePublications();
  return (
    <Section title={t.letterhead} aside={t.letterheadHint}>
      <Loaded query={lists} rows={3}>
        {({ items }) => {
          const id = chosen ?? items[0]?.publication_id;
          if (id === undefined) return <p className="meta">{t.noLists}</p>;
          return (
            <div className="mj-letterhead">
              <label>
                <span>{t.list}</span>
                <Select
                  aria-label={t.list}
                  value={id}
                  options={items.map(({ publication_id, title }) => ({
                    value: publication_id,
                    label: title,
                  }))}
                  onChange={setChosen}
                />
              </label>
              <Letterhead key={id} publicationId={id} mayEdit={mayEdit} />
            </div>
          );
        }}
      </Loaded>
    </Section>
  );
}

type Props = { readonly publicationId: string; readonly mayEdit: boolean };

function Letterhead({ publicationId, mayEdit }: Props) {
  const zone = useZone();
  const letterhead = useQuery({
    queryKey: ['letterhead', zone, publicationId],
    queryFn: () => api.evaluation.getLetterhead({ zone, publication_id: publicationId }),
  });
  return (
    <Loaded query={letterhead} rows={3}>
      {(saved) => <LetterheadForm key={saved.version} saved={saved} mayEdit={mayEdit} />}
    </Loaded>
  );
}
