// On a narrow screen a finding is a step of its own, over the whole screen: back to the list and on to its neighbours
// above, what it is about in between, and the ways to settle it under the thumb.
import { DownOutlined, LeftOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { count } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { FigureField } from '#capabilities/collection/contract/figure-grid.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import type { Decision } from './decisions.ts';
import type { FindingLine, Shown } from './finding-list.ts';
import { OneFinding } from './OneFinding.tsx';

type Props = {
  readonly lines: readonly FindingLine[];
  /** Undefined: none is open. */
  readonly line: FindingLine | undefined;
  readonly fields: readonly FigureField[];
  readonly periodId: string;
  readonly shown: Shown;
  readonly onStep: (line: FindingLine) => void;
  readonly onDecide: (what: Decision) => void;
  readonly onClose: () => void;
};

export function FindingStep({ lines, line, fields, periodId, shown, onStep, onDecide, onClose }: Props) {
  const t = useWords(COLLECTION);
  // While it slides away it still shows what it was about.
  const [last, setLast] = useState(line);
  if (line !== undefined && line !== last) setLast(line);
  const drawn = line ?? last;
  const at = drawn === undefined ? -1 : lines.indexOf(drawn);
  const step = (label: string, icon: React.ReactNode, to: FindingLine | undefined) => (
    <Button
      type="text"
      aria-label={label}
      icon={icon}
      disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onStep(to);
      }}
    />
  );
  return (
    <Drawer
      open={line !== undefined}
      rootClassName="mj-finding-step"
      size="100%"
      title={t.ofAll(count(at + 1), count(lines.length))}
      closeIcon={<LeftOutlined aria-label={t.back} />}
      extra={
        <>
          {step(t.previous, <UpOutlined />, lines[at - 1])}
          {step(t.next, <DownOutlined />, lines[at + 1])}
        </>
      }
      footer={<DecisionButtons size="large" {...{ shown, onDecide }} />}
      onClose={onClose}
    >
      {drawn !== undefined && (
        // Its own key: the next one begins at its top.
        <div key={drawn.key} className="mj-finding">
          <OneFinding line={drawn} {...{ fields, periodId }} />
        </div>
      )}
    </Drawer>
  );
}
