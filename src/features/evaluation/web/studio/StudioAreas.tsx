// The three areas together on a wide screen, each of which can be put away; one at a time on a narrow one.
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useRole } from '#web/client/me.ts';
import { useFilters } from '#web/client/place.ts';
import { useWords } from '#web/words/words.ts';
import { usePhone } from '#web/ui/use-phone.ts';
import { EffectArea } from './effect/EffectArea.tsx';
import { FindingsBar } from './FindingsBar.tsx';
import type { FormTools } from './form/form-context.ts';
import { SchemeForm } from './form/SchemeForm.tsx';
import type { Studio } from './model/use-studio.ts';
import { STUDIO } from './studio-words.ts';
import type { SavedScheme } from './StudioPage.tsx';
import { TextArea } from './text/TextArea.tsx';

const AREAS = ['form', 'text', 'effect'] as const;
type Area = (typeof AREAS)[number];

type Props = { readonly saved: SavedScheme; readonly studio: Studio; readonly readOnly: boolean };

export function StudioAreas({ saved, studio, readOnly }: Props) {
  const t = useWords(STUDIO);
  const phone = usePhone();
  const role = useRole();
  const { filters, set } = useFilters();
  const [jump, setJump] = useState<{ line: number; time: number }>({ line: 0, time: 0 });
  const canTry = role === 'evaluation_officer' || role === 'leader';
  const offered: readonly Area[] = canTry ? AREAS : ['form', 'text'];
  const asked = (filters['areas'] ?? '')
    .split(',')
    .filter((area): area is Area => offered.includes(area as Area));
  const shown = phone ? [asked[0] ?? 'form'] : asked.length === 0 ? offered : asked;
  const toggle = (area: Area): void => {
    const next = offered.filter((one) => (one === area ? !shown.includes(one) : shown.includes(one)));
    if (next.length > 0) set({ areas: next.length === offered.length ? undefined : next.join(',') });
  };
  const { draft, kit, edit, move, text, setText } = studio;
  const isBroken = draft.data === undefined;
  const data = useLast(draft.data);
  const tools = useMemo(
    (): FormTools => ({ data, findings: draft.findings, kit, disabled: readOnly || isBroken, edit, move }),
    [data, draft, kit, readOnly, isBroken, edit, move],
  );
  const goTo = (line: number): void => {
    if (!shown.includes('text')) set({ areas: phone ? 'text' : [...shown, 'text'].join(',') });
    setJump(({ time }) => ({ line, time: time + 1 }));
  };
  return (
    <>
      <div className="mj-studio-bar no-print">
        {phone ? (
          <Segmented
            block
            value={shown[0] ?? 'form'}
            options={offered.map((value) => ({ value, label: t[value] }))}
            onChange={(area) => set({ areas: area })}
          />
        ) : (
          <div className="mj-studio-toggles" role="group" aria-label={t.areas}>
            {offered.map((area) => (
              <button
                key={area}
                type="button"
                aria-pressed={shown.includes(area)}
                onClick={() => toggle(area)}
              >
                {t[area]}
              </button>
            ))}
          </div>
        )}
        <FindingsBar findings={draft.findings} onGo={goTo} />
      </div>
      <div className="mj-studio-areas" data-count={shown.length}>
        <section className="mj-studio-area" hidden={!shown.includes('form')} aria-label={t.form}>
          <SchemeForm tools={tools} isBroken={isBroken} />
        </section>
        <section className="mj-studio-area" hidden={!shown.includes('text')} aria-label={t.text}>
          <TextArea text={text} draft={draft} kit={kit} readOnly={readOnly} onText={setText} jump={jump} />
        </section>
        {canTry && (
          <section className="mj-studio-area" hidden={!shown.includes('effect')} aria-label={t.effect}>
            <EffectArea
              saved={saved}
              draft={draft}
              edit={edit}
              readOnly={readOnly}
              isWide={shown.length === 1 && !phone}
            />
          </section>
        )}
      </div>
    </>
  );
}

/** While the text cannot be read, what it said before. */
function useLast(data: unknown): unknown {
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return data ?? last;
}
