// Proposes another class for one enterprise, with the reason; it waits for somebody else's decision.
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import type { RunFields } from '#features/evaluation/web/shared/run-queries.ts';
import { labelAt, type RunTable } from '#features/evaluation/web/shared/run-table.ts';
import { ADJUST } from './adjustment-words.ts';

type Props = {
  readonly runId: string;
  readonly table: RunTable;
  readonly fields: RunFields;
  readonly row: number;
  readonly onClose: () => void;
};

export function ProposeAdjustment({ runId, table, fields, row, onClose }: Props) {
  const t = useWords(ADJUST);
  const label = useLabel();
  const zone = useZone();
  const now = labelAt(table.finalClass, row);
  const others = fields.classes.filter((one) => one.class !== now);
  const [to, setTo] = useState(others[0]?.class ?? '');
  const propose = useMutation({
    mutationFn: (reason: string) =>
      api.evaluation.proposeAdjustment({
        zone,
        run_id: runId,
        enterprise_id: table.enterpriseIds[row] ?? '',
        to_class: to,
        reason,
      }),
  });
  return (
    <ReasonDialog
      open
      title={t.proposeTitle(table.names[row] ?? '')}
      confirm={t.send}
      onClose={onClose}
      onConfirm={(reason) => propose.mutateAsync(reason)}
    >
      <p>{t.proposeBody(now)}</p>
      <label>
        <div>{t.toClass}</div>
        <Select
          style={{ width: '100%' }}
          value={to}
          onChange={setTo}
          options={others.map((one) => ({ value: one.class, label: `${one.class} ${label(one)}` }))}
        />
      </label>
    </ReasonDialog>
  );
}
