// One part of a score, opened: the sentence, the formula in words, and the figures it was computed from.
import { Button } from 'antd';
import { useState } from 'react';
import { usePreferences } from '#web/client/preferences.ts';
import { unitName } from '#core/unit-names.ts';
import { plain } from '#web/ui/numbers.ts';
import { useLabel, useWords } from '#web/words/words.ts';
import type { ExplainStep } from '#features/evaluation/contract/shapes.ts';
import type { RunFields } from '../run-queries.ts';
import { FigureSource } from './FigureSource.tsx';
import { formulaInWords, type Given, givenOf } from './figures.ts';
import { WHY } from './why-words.ts';

type Props = {
  readonly node: ExplainStep;
  readonly fields: RunFields;
  /** Undefined while it is not known: then nothing can be traced yet. */
  readonly periodId: string | undefined;
  readonly enterpriseId: string;
};

export function WhyItem({ node, fields, periodId, enterpriseId }: Props) {
  const t = useWords(WHY);
  const label = useLabel();
  const indicator = fields.indicators.find(({ name }) => name === node.name);
  const given = givenOf(node, fields);
  const wordOf = (name: string): string | undefined => {
    const field = fields.inputs.find((input) => input.name === name);
    return field === undefined ? undefined : label(field);
  };
  return (
    <div className="mj-why-item">
      <p>{label(node)}</p>
      {indicator !== undefined && (
        <p className="mj-why-formula">
          <span className="meta">{t.formula}</span> {label(indicator)} ={' '}
          {formulaInWords(indicator.formula, wordOf)}
        </p>
      )}
      {given.length > 0 && (
        <ul className="mj-why-given">
          {given.map((one) => (
            <GivenFigure key={`${one.input}/${one.lag}`} given={one} {...{ periodId, enterpriseId }} />
          ))}
        </ul>
      )}
    </div>
  );
}

type GivenProps = {
  readonly given: Given;
  readonly periodId: string | undefined;
  readonly enterpriseId: string;
};

function GivenFigure({ given: { input, lag, value, field }, periodId, enterpriseId }: GivenProps) {
  const t = useWords(WHY);
  const label = useLabel();
  const { lang } = usePreferences();
  const [open, setOpen] = useState(false);
  const own = field === undefined ? input : label(field);
  const name = lag === 0 ? own : t.lastYear(own);
  const traceable = field !== undefined && lag === 0 && periodId !== undefined;
  return (
    <li>
      <div className="mj-why-figure">
        <span>{name}</span>
        <strong className="num">{plain(value)}</strong>
        <span className="meta">{unitName(field?.unit ?? '', lang)}</span>
        {traceable && (
          <Button
            size="small"
            type="link"
            aria-expanded={open}
            aria-label={`${t.showSource} ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? t.hideSource : t.showSource}
          </Button>
        )}
        {field === undefined && <span className="meta">{t.hidden}</span>}
        {lag > 0 && <span className="meta">{t.lagSource}</span>}
      </div>
      {open && traceable && <FigureSource {...{ periodId, enterpriseId, input }} frozen={value} />}
    </li>
  );
}
