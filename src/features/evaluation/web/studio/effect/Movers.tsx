// Who changes class, with the indicator that moved them; a row opens what the change of its score is made of.
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useZone } from '#web/client/place.ts';
import { Change } from '#web/ui/Change.tsx';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { signed } from '#web/ui/numbers.ts';
import { Empty } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useLabel, useWords } from '#web/words/words.ts';
import type { EngineClient } from '#features/evaluation/web/engine-worker/client.ts';
import type { Outcome } from '#features/evaluation/web/engine-worker/messages.ts';
import { EFFECT } from './effect-words.ts';
import { MoverParts } from './MoverParts.tsx';
import type { MoverFilter } from './OutcomeView.tsx';
import type { Mover } from './summary.ts';

type Props = {
  readonly movers: readonly Mover[];
  readonly outcome: Outcome;
  readonly filter: MoverFilter | undefined;
  readonly onFilter: (filter: MoverFilter | undefined) => void;
  readonly engine: EngineClient;
  readonly parkName: (id: string) => string;
};

export function Movers({ movers, outcome, filter, onFilter, engine, parkName }: Props) {
  const t = useWords(EFFECT);
  const zone = useZone();
  const label = useLabel();
  const [open, setOpen] = useState<Mover>();
  const { indicators } = outcome.scheme;
  const rows = useMemo(() => movers.filter((mover) => fits(mover, filter)), [movers, filter]);
  const columns = useMemo((): readonly Column<Mover>[] => {
    const causeText = ({ cause, causePoints }: Mover): string => {
      const indicator = indicators[cause];
      return indicator === undefined ? t.others_moved : `${label(indicator)} ${signed(causePoints)}`;
    };
    return [
      { id: 'name', title: t.name, width: 190, value: ({ name }) => name },
      {
        id: 'before',
        title: t.classBefore,
        width: 64,
        value: ({ before }) => before,
        render: ({ before }) => <ClassChip value={before} />,
        phone: true,
      },
      {
        id: 'after',
        title: t.classAfter,
        width: 64,
        value: ({ after }) => after,
        render: ({ after }) => <ClassChip value={after} />,
        phone: true,
      },
      { id: 'cause', title: t.cause, width: 190, value: causeText, phone: true },
      {
        id: 'score',
        title: t.scoreChange,
        unit: t.points,
        width: 96,
        digits: 2,
        value: changeOf,
        render: (mover) => <Change value={changeOf(mover)} />,
      },
      { id: 'rank_before', title: t.rankBefore, width: 80, digits: 0, value: ({ rankBefore }) => rankBefore },
      { id: 'rank_after', title: t.rankAfter, width: 80, digits: 0, value: ({ rankAfter }) => rankAfter },
      { id: 'park', title: t.park, width: 140, value: ({ park }) => parkName(park) },
      { id: 'code', title: t.code, width: 180, value: ({ id }) => id, hidden: true },
    ];
  }, [indicators, label, parkName, t]);
  return (
    <>
      <DataTable
        id="what-if-movers"
        label={t.movers}
        columns={columns}
        rows={rows}
        total={movers.length}
        rowKey={({ id }) => id}
        height={360}
        onOpen={setOpen}
        bar={
          filter !== undefined && (
            <Button size="small" type="link" onClick={() => onFilter(undefined)}>
              {t.allMovers}
            </Button>
          )
        }
        empty={<Empty title={t.nobody} />}
      />
      <Drawer
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open === undefined ? '' : t.why(open.name)}
        size={420}
      >
        {open !== undefined && (
          <>
            <MoverParts mover={open} outcome={outcome} engine={engine} />
            {open.enterpriseId !== '' && (
              <p>
                <Link to={`/z/${zone}/enterprises/${open.enterpriseId}`}>{open.name}</Link>
              </p>
            )}
          </>
        )}
      </Drawer>
    </>
  );
}

const changeOf = ({ scoreBefore, scoreAfter }: Mover): number | null =>
  scoreBefore === null || scoreAfter === null ? null : scoreAfter - scoreBefore;

function fits(mover: Mover, filter: MoverFilter | undefined): boolean {
  if (filter === undefined) return true;
  return 'park' in filter
    ? mover.park === filter.park
    : mover.before === filter.from && mover.after === filter.to;
}
