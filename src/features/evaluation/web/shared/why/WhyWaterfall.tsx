// The parts of a score under one another, each bar starting where the one above ended; a click opens the part's reason.
import { RightOutlined } from '@ant-design/icons';
import { useMemo, useState } from 'react';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { fixed, signed } from '#web/ui/numbers.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import type { ExplainStep } from '#features/evaluation/contract/shapes.ts';
import type { RunFields } from '../run-queries.ts';
import { numberOf } from './figures.ts';
import { addsUp, type Fall, waterfallOf, type Waterfall } from './waterfall.ts';
import { WHY } from './why-words.ts';
import { WhyItem } from './WhyItem.tsx';

type Props = {
  readonly tree: ExplainStep;
  readonly score: number | null;
  readonly fields: RunFields;
  readonly periodId: string | undefined;
  readonly enterpriseId: string;
  /** Median of the points of an indicator among those in sight; undefined where too few are. */
  readonly medianOf: ((indicator: string) => number | undefined) | undefined;
};

export function WhyWaterfall({ tree, score, fields, periodId, enterpriseId, medianOf }: Props) {
  const t = useWords(WHY);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const fall = useMemo(() => {
    const made = waterfallOf(tree);
    const marks = made.falls.map(({ node, from }) =>
      node.kind === 'indicator' && from !== undefined ? from + (medianOf?.(node.name) ?? 0) : 0,
    );
    // The marks of medians have to find room, too.
    return { ...made, high: Math.max(made.high, ...marks) };
  }, [tree, medianOf]);
  const toggle = (key: string): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <div className="mj-why-fall">
      <div className="mj-why-row mj-why-head" aria-hidden>
        <span>{t.item}</span>
        <span className="num">{t.value}</span>
        <span />
        <span className="num">{t.points}</span>
      </div>
      {fall.falls.map((one) => (
        <div key={one.key}>
          <FallRow
            fall={one}
            scale={fall}
            fields={fields}
            open={open.has(one.key)}
            median={one.node.kind === 'indicator' ? medianOf?.(one.node.name) : undefined}
            onToggle={() => toggle(one.key)}
          />
          {open.has(one.key) && <WhyItem node={one.node} {...{ fields, periodId, enterpriseId }} />}
        </div>
      ))}
      <Total fall={fall} score={score} />
    </div>
  );
}

type RowProps = {
  readonly fall: Fall;
  readonly scale: Waterfall;
  readonly fields: RunFields;
  readonly open: boolean;
  readonly median: number | undefined;
  readonly onToggle: () => void;
};

function FallRow({ fall, scale, fields, open, median, onToggle }: RowProps) {
  const t = useWords(WHY);
  const label = useLabel();
  const { lang } = usePreferences();
  const { node, depth, from, to, isSum } = fall;
  const indicator = fields.indicators.find(({ name }) => name === node.name);
  const name = node.kind === 'indicator' && indicator !== undefined ? label(indicator) : shortOf(label(node));
  const value = node.kind === 'indicator' ? numberOf(node, 'value') : null;
  const span = scale.high - scale.low;
  const at = (points: number): string => `${((points - scale.low) / span) * 100}%`;
  return (
    <button
      type="button"
      className="mj-why-row"
      aria-expanded={open}
      data-sum={isSum}
      style={{ paddingLeft: depth * 16 }}
      onClick={onToggle}
    >
      <span className="mj-why-name">
        <RightOutlined data-open={open} />
        {name}
      </span>
      <span className="num">
        {node.kind === 'indicator' && (
          <>
            {fixed(value)}{' '}
            <span className="meta">{value === null ? '' : unitName(indicator?.unit ?? '', lang)}</span>
          </>
        )}
      </span>
      <span className="mj-why-track" aria-hidden>
        {from !== undefined && to !== undefined && span > 0 && (
          <i
            data-way={to < from ? 'down' : 'up'}
            style={{ left: at(Math.min(from, to)), width: `${(Math.abs(to - from) / span) * 100}%` }}
          />
        )}
        {from !== undefined && median !== undefined && span > 0 && (
          <b style={{ left: at(from + median) }} title={`${t.medianPoints} ${fixed(median)}`} />
        )}
      </span>
      <span className="num">
        {signed(node.part)}
        {median !== undefined && <small className="meta">{`${t.medianPoints} ${fixed(median)}`}</small>}
      </span>
    </button>
  );
}

/** Up to the colon: the rest is in the sentence below. */
const shortOf = (sentence: string): string => sentence.split(/[：:]/, 1)[0] ?? sentence;

function Total({ fall, score }: { readonly fall: Waterfall; readonly score: number | null }) {
  const t = useWords(WHY);
  if (score === null) return null;
  if (fall.total === undefined) return <p className="mj-why-total">{t.noParts}</p>;
  const fits = addsUp(fall, score);
  return (
    <p className="mj-why-total" data-fits={fits} role={fits ? undefined : 'alert'}>
      {fits ? t.addsUp(fixed(score)) : t.addsUpNot(fixed(fall.total, 4), fixed(score, 4))}
    </p>
  );
}
