// Two versions set against each other: first in sentences, then line by line.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer, Select } from 'antd';
import { useState } from 'react';
import { readSchemeText } from '#engine/scheme/read.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { pick, useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { DecisionNote } from '../list/DecisionNote.tsx';
import { SchemeState } from '../list/SchemeState.tsx';
import { STUDIO } from '../studio-words.ts';
import type { SavedScheme } from '../StudioPage.tsx';
import { differenceText, labelsOf } from './diff-words.ts';
import { diffLines, shortened } from './line-diff.ts';
import { schemeDifferences } from './scheme-diff.ts';
import { VERSIONS } from './versions-words.ts';
import './versions.css';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly saved: SavedScheme;
  /** The text as it is being changed. */
  readonly draft: string | undefined;
};

export function VersionsDrawer({ open, onClose, saved, draft }: Props) {
  const t = useWords(VERSIONS);
  const states = useWords(STUDIO);
  const zone = useZone();
  const person = usePeople();
  const query = useQuery({
    queryKey: ['schemes', zone],
    queryFn: () => api.evaluation.listSchemes({ zone }),
    enabled: open,
  });
  const own = (query.data?.items ?? []).filter(({ scheme_id }) => scheme_id === saved.scheme_id);
  const [chosen, setChosen] = useState<number>();
  const before =
    chosen ??
    (draft === undefined
      ? (own.find(({ version }) => version < saved.version)?.version ?? saved.version)
      : saved.version);
  const other = useQuery({
    queryKey: ['scheme', zone, saved.scheme_id, before],
    queryFn: () => api.evaluation.getScheme({ zone, scheme_id: saved.scheme_id, version: before }),
    enabled: open,
  });
  return (
    <Drawer open={open} onClose={onClose} title={t.title} size={720} destroyOnHidden>
      <div className="mj-versions">
        <ul className="mj-version-list">
          {own.map((one) => (
            <li key={one.version} data-current={one.version === saved.version}>
              <Link to={`/z/${zone}/schemes/${one.scheme_id}/${one.version}`} onClick={onClose}>
                {t.version(count(one.version))}
              </Link>
              <SchemeState state={one.state} />
              <DecisionNote scheme={one} person={person} />
            </li>
          ))}
        </ul>
        <div className="mj-version-choice">
          <span>{t.from}</span>
          <Select
            aria-label={t.from}
            size="small"
            value={before}
            popupMatchSelectWidth={false}
            options={own.map(({ version, state }) => ({
              value: version,
              label: `${t.version(count(version))} ${states[state]}`,
            }))}
            onChange={setChosen}
          />
          <span>{t.to(draft === undefined ? t.version(count(saved.version)) : t.draft)}</span>
        </div>
        <Loaded query={other}>
          {({ text }) => <Differences before={text} after={draft ?? saved.text} />}
        </Loaded>
      </div>
    </Drawer>
  );
}

function Differences({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useWords(VERSIONS);
  const { lang } = usePreferences();
  const [a, b] = [readSchemeText({ text: before }).raw, readSchemeText({ text: after }).raw];
  const label = labelsOf(b, a);
  const found = b === undefined ? [] : schemeDifferences(a, b);
  return (
    <>
      <Section title={t.inWords} aside={b === undefined ? '' : t.count(count(found.length))}>
        {b === undefined && <p className="meta">{t.unreadable}</p>}
        {b !== undefined && found.length === 0 && (
          <p className="meta">{before === after ? t.same : t.sameMeaning}</p>
        )}
        <ul className="mj-version-sentences">
          {found.map((difference) => (
            <li key={`${difference.kind} ${difference.path.join('.')}`} data-kind={difference.kind}>
              {pick(differenceText(difference, label), lang)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.inText}>
        <TextDiff before={before} after={after} />
      </Section>
    </>
  );
}

const SIGNS = { same: ' ', gone: '−', new: '+' } as const;

function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useWords(VERSIONS);
  const parts = shortened(diffLines(before, after));
  if (parts.length === 0) return <p className="meta">{t.same}</p>;
  return (
    <div className="mj-version-diff" role="region" aria-label={t.inText} tabIndex={0}>
      {parts.map((part, i) => (
        <div key={i}>
          {part.skipped > 0 && <div className="meta">{t.skipped(count(part.skipped))}</div>}
          {part.lines.map((line, j) => (
            <div key={j} data-kind={line.kind}>
              <span aria-hidden>{SIGNS[line.kind]}</span>
              {line.text}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
