// The report of each park, made when somebody asks for it.
import { download } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { useParkNames } from '../shared/run-queries.ts';
import { DOCUMENTS } from './document-words.ts';

export function ParkReports({ runId }: { readonly runId: string }) {
  const t = useWords(DOCUMENTS);
  const zone = useZone();
  const parks = useParkNames();
  const report = (park: string, format: string): void =>
    download(`/zones/${zone}/runs/${runId}/parks/${park}/report?format=${format}`);
  return (
    <Section title={t.parkReports}>
      <ul className="mj-lines mj-park-reports">
        {[...parks].map(([id, name]) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              className="mj-link"
              aria-label={`${name} ${t.pdf}`}
              onClick={() => report(id, 'pdf')}
            >
              {t.pdf}
            </button>
            <button
              type="button"
              className="mj-link"
              aria-label={`${name} ${t.word}`}
              onClick={() => report(id, 'docx')}
            >
              {t.word}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
