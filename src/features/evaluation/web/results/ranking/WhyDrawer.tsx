// The reason of one row, beside the ranking: the next one is a click away.
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useRole } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { useWords } from '#web/words/words.ts';
import { Why } from '#features/evaluation/web/shared/why/Why.tsx';
import { ProposeAdjustment } from '../adjustments/ProposeAdjustment.tsx';
import type { Shown } from '../ResultsFrame.tsx';
import { RESULTS } from '../results-words.ts';

type Props = Omit<Shown, 'all'> & {
  /** Undefined: closed. */
  readonly row: number | undefined;
  readonly onClose: () => void;
};

export function WhyDrawer({ evaluation, runId, table, fields, row, onClose }: Props) {
  const t = useWords(RESULTS);
  const zone = useZone();
  const role = useRole();
  const [proposing, setProposing] = useState(false);
  const enterpriseId = row === undefined ? undefined : table.enterpriseIds[row];
  const open = enterpriseId !== undefined && row !== undefined;
  // Once reviewed, what counts is what the reviewer saw.
  const adjustable = role === 'evaluation_officer' && evaluation.state === 'computed';
  const search = { period: evaluation.period_id, evaluation: evaluation.evaluation_id };
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={760}
      title={row === undefined ? '' : table.names[row]}
      destroyOnHidden
      extra={
        open && (
          <span className="mj-results-drawer-actions">
            {adjustable && (
              <Button size="small" onClick={() => setProposing(true)}>
                {t.propose}
              </Button>
            )}
            <Link to={`/z/${zone}/results/${enterpriseId}`} search={search}>
              {t.ownPage}
            </Link>
            <Link to={`/z/${zone}/enterprises/${enterpriseId}`} search={search}>
              {t.toEnterprise}
            </Link>
          </span>
        )
      }
    >
      {open && (
        <>
          <Why {...{ runId, enterpriseId, table }} />
          {proposing && (
            <ProposeAdjustment {...{ runId, table, fields, row }} onClose={() => setProposing(false)} />
          )}
        </>
      )}
    </Drawer>
  );
}
