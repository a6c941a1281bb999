// One number: its name, a slider, the number itself to be typed, and what the scheme states.
import { memo, type MouseEvent } from 'react';
import type { Dial } from '#engine/simulate/dials.ts';
import { percent, plain } from '#web/ui/numbers.ts';
import { usePhone } from '#web/ui/use-phone.ts';
import { useWords } from '#web/words/words.ts';
import { rangeOf } from './dial-view.ts';
import { EFFECT } from './effect-words.ts';

type Props = {
  readonly dial: Dial;
  readonly dials: readonly Dial[];
  readonly name: string;
  readonly setting: number | undefined;
  readonly isHeld: boolean;
  readonly onHold: (id: string) => void;
  readonly onMove: (value: number, at: number) => void;
};

const SCALE = { quota: 100 } as const;

export const DialRow = memo(function DialRow(props: Props) {
  const { dial, dials, name, setting, isHeld, onHold, onMove } = props;
  const t = useWords(EFFECT);
  // A thumb needs a step to get a number exactly.
  const phone = usePhone();
  const { low, high, step } = rangeOf(dials, dial);
  const scale = dial.as === 'quota' ? SCALE.quota : 1;
  const value = setting ?? dial.value;
  const canHold = dial.keepsSum;
  const shown = (one: number): string => (dial.as === 'quota' ? percent(one) : plain(one));
  const tidy = (one: number): number => Number((one * scale).toPrecision(10));
  const move = (text: string, at: number): void => {
    const next = Number(text) / scale;
    if (text !== '' && Number.isFinite(next)) onMove(Number(next.toPrecision(12)), at);
  };
  const nudge =
    (way: 1 | -1) =>
    ({ timeStamp }: MouseEvent): void =>
      onMove(Number((value + way * step).toPrecision(12)), timeStamp);
  return (
    <div className="mj-dial" data-moved={setting !== undefined}>
      <span className="mj-dial-name" title={name}>
        {canHold && (
          <button
            type="button"
            className="mj-dial-hold"
            aria-pressed={isHeld}
            aria-label={t.hold(name)}
            title={isHeld ? t.held : t.hold(name)}
            onClick={() => onHold(dial.id)}
          >
            {isHeld ? '■' : '□'}
          </button>
        )}
        {name}
        {setting !== undefined && <span className="meta mj-dial-stated">{t.stated(shown(dial.value))}</span>}
      </span>
      {phone && (
        <button
          type="button"
          className="mj-dial-step"
          aria-label={t.less(name)}
          disabled={isHeld}
          onClick={nudge(-1)}
        >
          −
        </button>
      )}
      <input
        type="range"
        aria-label={name}
        aria-valuetext={shown(value)}
        min={tidy(Math.min(low, value))}
        max={tidy(Math.max(high, value))}
        step={tidy(step)}
        value={tidy(value)}
        disabled={isHeld}
        onChange={({ target, timeStamp }) => move(target.value, timeStamp)}
      />
      {phone && (
        <button
          type="button"
          className="mj-dial-step"
          aria-label={t.more(name)}
          disabled={isHeld}
          onClick={nudge(1)}
        >
          +
        </button>
      )}
      <input
        type="number"
        aria-label={name}
        step={tidy(step)}
        value={tidy(value)}
        disabled={isHeld}
        onChange={({ target, timeStamp }) => move(target.value, timeStamp)}
      />
    </div>
  );
});
