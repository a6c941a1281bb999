// The areas side by side on a wide screen, each of which can be put away; one at a time on a narrow one.
import { Button, Segmented } from 'antd';
import { type CSSProperties, Fragment, type ReactNode, useMemo, useState } from 'react';
import type { Path } from '#core/diagnostic.ts';
import { useRole } from '#web/client/me.ts';
import { useWords } from '#web/words/words.ts';
import { usePhone } from '#web/ui/use-phone.ts';
import {
  type Area,
  columnsOf,
  divide,
  keepShares,
  keptShares,
  type Shares,
  USUAL_SHARES,
} from './area-shares.ts';
import { AreaLine } from './AreaLine.tsx';
import { EffectArea } from './effect/EffectArea.tsx';
import { FindingsBar } from './FindingsBar.tsx';
import type { FormTools } from './form/form-context.ts';
import { SchemeForm } from './form/SchemeForm.tsx';
import type { Studio } from './model/use-studio.ts';
import { STUDIO } from './studio-words.ts';
import type { SavedScheme } from './StudioPage.tsx';
import { TextArea } from './text/TextArea.tsx';
import { useShownAreas } from './use-shown-areas.ts';

type Props = {
  readonly saved: SavedScheme;
  readonly studio: Studio;
  readonly readOnly: boolean;
  readonly onCompare: () => void;
};

export function StudioAreas({ saved, studio, readOnly, onCompare }: Props) {
  const t = useWords(STUDIO);
  const phone = usePhone();
  const role = useRole();
  const [jump, setJump] = useState<{ line: number; time: number }>({ line: 0, time: 0 });
  const canTry = role === 'evaluation_officer' || role === 'leader';
  const { offered, shown, choose, toggle } = useShownAreas(canTry, phone);
  const { draft, kit, edit, move, text, setText } = studio;
  const isBroken = draft.data === undefined;
  const data = useLast(draft.data);
  const goTo = (line: number): void => {
    if (!shown.includes('text')) choose(phone ? ['text'] : [...shown, 'text']);
    setJump(({ time }) => ({ line, time: time + 1 }));
  };
  const tools = useMemo(
    (): FormTools => ({ data, findings: draft.findings, kit, disabled: readOnly || isBroken, edit, move }),
    [data, draft, kit, readOnly, isBroken, edit, move],
  );
  const show = (path: Path): void => goTo(draft.locate(path)?.line ?? 1);
  const contents: Readonly<Record<Area, ReactNode>> = {
    form: <SchemeForm tools={tools} isBroken={isBroken} onShow={show} />,
    text: <TextArea text={text} draft={draft} kit={kit} readOnly={readOnly} onText={setText} jump={jump} />,
    effect: canTry && (
      <EffectArea
        saved={saved}
        draft={draft}
        edit={edit}
        readOnly={readOnly}
        isWide={shown.length === 1 && !phone}
      />
    ),
  };
  const found = <FindingsBar findings={draft.findings} onGo={goTo} />;
  return (
    <>
      <div className="mj-studio-bar no-print">
        {phone ? (
          <>
            <Segmented
              block
              aria-label={t.areas}
              value={shown[0] ?? 'form'}
              options={offered.map((value) => ({ value, label: t[value] }))}
              onChange={(area) => choose([area])}
            />
            <Button onClick={onCompare}>{t.versionsShort}</Button>
          </>
        ) : (
          <div className="mj-studio-toggles" role="group" aria-label={t.areas}>
            {offered.map((area) => (
              <button
                key={area}
                type="button"
                aria-pressed={shown.includes(area)}
                title={shown.includes(area) ? t.putAway(t[area]) : t.showArea(t[area])}
                onClick={() => toggle(area)}
              >
                {t[area]}
              </button>
            ))}
          </div>
        )}
        {!phone && found}
      </div>
      {phone && <div className="mj-studio-found no-print">{found}</div>}
      <SideBySide offered={offered} shown={shown} contents={contents} />
    </>
  );
}

type SideProps = {
  readonly offered: readonly Area[];
  readonly shown: readonly Area[];
  readonly contents: Readonly<Record<Area, ReactNode>>;
};

/** What is put away stays as it was left. */
function SideBySide({ offered, shown, contents }: SideProps) {
  const t = useWords(STUDIO);
  const [shares, setShares] = useState(() => keptShares(localStorage));
  const change = (next: Shares): void => {
    setShares(next);
    keepShares(localStorage, next);
  };
  return (
    <div className="mj-studio-areas" style={{ '--mj-columns': columnsOf(shown, shares) } as CSSProperties}>
      {offered.map((area) => {
        const before = shown[shown.indexOf(area) - 1];
        return (
          <Fragment key={area}>
            {before !== undefined && (
              <AreaLine
                label={t.moveLine(t[before], t[area])}
                part={shares[before] / (shares[before] + shares[area])}
                onPart={(part) => change(divide(shares, before, area, part))}
                onReset={() => change(USUAL_SHARES)}
              />
            )}
            <section className="mj-studio-area" hidden={!shown.includes(area)} aria-label={t[area]}>
              {contents[area]}
            </section>
          </Fragment>
        );
      })}
    </div>
  );
}

/** While the text cannot be read, what it said before. */
function useLast(data: unknown): unknown {
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return data ?? last;
}
