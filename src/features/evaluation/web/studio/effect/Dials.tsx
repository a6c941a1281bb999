// The numbers of the scheme as sliders, group by group. Weights and quotas keep their sum: the others make room.
import { Button, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import type { Plan } from '#engine/scheme/plan.ts';
import type { Dial, Settings } from '#engine/simulate/dials.ts';
import { count } from '#web/ui/numbers.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import { type DialGroup, groupsOf, moveDial } from './dial-view.ts';
import { DialRow } from './DialRow.tsx';
import { EFFECT } from './effect-words.ts';

type Props = {
  readonly dials: readonly Dial[];
  readonly plan: Plan | undefined;
  readonly settings: Settings;
  /** With the time of the event, from which the way to the screen is measured. */
  readonly onMove: (settings: Settings, at: number) => void;
  readonly onReset: () => void;
  /** Absent for those who may not write. */
  readonly onWrite: (() => void) | undefined;
};

export function Dials({ dials, plan, settings, onMove, onReset, onWrite }: Props) {
  const t = useWords(EFFECT);
  const nameOf = useDialName(plan);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<DialGroup>();
  const groups = groupsOf(dials);
  const shown = groups.find(({ group }) => group === chosen) ?? groups[0];
  const moved = Object.keys(settings).length;
  const toggleHeld = (id: string): void => {
    const next = new Set(held);
    if (!next.delete(id)) next.add(id);
    setHeld(next);
  };
  if (shown === undefined) return <p className="meta">{t.noDials}</p>;
  return (
    <div className="mj-dials" role="group" aria-label={t.dials}>
      <span className="mj-dial-acts">
        {moved > 0 && <span className="meta">{t.changed(count(moved))}</span>}
        <Button size="small" disabled={moved === 0} onClick={onReset}>
          {t.reset}
        </Button>
        {onWrite !== undefined && (
          <Tooltip title={t.writeHint}>
            <Button size="small" type="primary" ghost disabled={moved === 0} onClick={onWrite}>
              {t.write}
            </Button>
          </Tooltip>
        )}
      </span>
      <Segmented
        size="small"
        block
        value={shown.group}
        options={groups.map(({ group, dials: own }) => ({
          value: group,
          label: `${t[group]}${own.some(({ id }) => settings[id] !== undefined) ? ' •' : ''}`,
        }))}
        onChange={setChosen}
      />
      <div className="mj-dial-list" role="group" aria-label={t[shown.group]}>
        {shown.dials.map((dial) => (
          <DialRow
            key={dial.id}
            dial={dial}
            dials={dials}
            name={nameOf(dial)}
            setting={settings[dial.id]}
            isHeld={held.has(dial.id)}
            onHold={toggleHeld}
            onMove={(value, at) => {
              const now = new Set(moved === 0 ? [] : touched).add(dial.id);
              setTouched(now);
              onMove(moveDial(dials, settings, dial, value, { held, touched: now }), at);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function useDialName(plan: Plan | undefined): (dial: Dial) => string {
  const t = useWords(EFFECT);
  const label = useLabel();
  const both = (
    name: string,
    labels: { zh?: string | undefined; en?: string | undefined } | undefined,
  ): string => label({ zh: labels?.zh ?? labels?.en ?? name, en: labels?.en ?? labels?.zh ?? name });
  return ({ kind, name, within }) => {
    switch (kind) {
      case 'quota':
        return t.quotaOf(name, within);
      case 'threshold':
        return t.thresholdOf(name);
      case 'bonus_max':
        return t.bonusMax;
      case 'penalty_max':
        return t.penaltyMax;
      case 'parameter':
        return both(name, plan?.scheme.parameters?.[name]);
      case 'times':
        return t.timesOf(both(name, plan?.scheme.indicators[name]));
      default:
        return both(name, plan?.scheme.indicators[name]);
    }
  };
}
