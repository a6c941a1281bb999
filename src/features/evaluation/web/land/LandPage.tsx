// The zone on one map: parcels in the colour of a class or an indicator, a list beside it, each selects the other.
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { readPalette } from '#web/charts/palette.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { isDark, usePreferences } from '#web/client/preferences.ts';
import { ParcelMap } from '#web/map/ParcelMap.tsx';
import { boxAround } from '#web/map/scene.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Loading } from '#web/ui/States.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import { type EvaluationChoice, useEvaluationChoice } from '../shared/evaluation-choice.ts';
import { EvaluationKicker } from '../shared/EvaluationKicker.tsx';
import { type ParcelFeature, sceneOf, useZoneShapes, type ZoneShapes } from '../shared/map/zone-scene.ts';
import { NoResults } from '../results/ResultsFrame.tsx';
import { type RunFields, useRunFields, useRunTable } from '../shared/run-queries.ts';
import { labelAt, type RunTable } from '../shared/run-table.ts';
import './land.css';
import { LAND } from './land-words.ts';
import { classPaint, indicatorPaint, type Paint } from './paint.ts';

type Parcel = ParcelFeature['properties'];

export function LandPage() {
  const shapes = useZoneShapes();
  const choice = useEvaluationChoice();
  const table = useRunTable(choice.runId);
  const fields = useRunFields(choice.runId);
  return (
    <PageBody full>
      <Loaded query={choice.query}>
        {() => {
          if (choice.runId === undefined) return <NoResults choice={choice} />;
          if (shapes === undefined) return <Loading rows={10} />;
          return (
            <Loaded query={table}>
              {(run) => (
                <Loaded query={fields}>{(names) => <Land {...{ choice, shapes, run, names }} />}</Loaded>
              )}
            </Loaded>
          );
        }}
      </Loaded>
    </PageBody>
  );
}

type Props = {
  readonly choice: EvaluationChoice;
  readonly shapes: ZoneShapes;
  readonly run: RunTable;
  readonly names: RunFields;
};

function Land({ choice, shapes, run, names }: Props) {
  const t = useWords(LAND);
  const zone = useZone();
  const navigate = useNavigate();
  const preferences = usePreferences();
  const { lang } = preferences;
  const dark = isDark(preferences);
  const { filters, set } = useFilters();
  const [selected, setSelected] = useState<string>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const indicator = names.indicators.find(({ name }) => name === filters['paint']);
  const paint = useMemo((): Paint => {
    const palette = readPalette();
    const own =
      indicator === undefined
        ? classPaint(
            run,
            names.classes.map((one) => one.class),
            palette,
          )
        : indicatorPaint(run, indicator.name, palette);
    // Another light has other colours; the value itself says nothing.
    return dark ? { ...own } : own;
  }, [run, names, indicator, dark]);
  const park = filters['park'];
  const rowOf = (parcel: Parcel): number | undefined =>
    parcel.owner_id === null ? undefined : run.rowOf(parcel.owner_id);
  const keyOf = (parcel: Parcel): string | undefined => {
    const row = rowOf(parcel);
    return row === undefined ? undefined : paint.keyOf(row);
  };
  const scene = useMemo(() => {
    const palette = readPalette();
    const colours = new Map(paint.swatches.map(({ key, colour }) => [key, colour]));
    return sceneOf(shapes, (parcel) => {
      const row = parcel.owner_id === null ? undefined : run.rowOf(parcel.owner_id);
      const key = row === undefined ? undefined : paint.keyOf(row);
      if (key === undefined || hidden.has(key))
        return parcel.owner_id === null ? palette.surface : palette.neutral;
      return colours.get(key) ?? palette.neutral;
    });
  }, [shapes, run, paint, hidden]);
  const box = useMemo(() => {
    const parcel = shapes.parcels.find(({ properties }) => properties.parcel_id === selected);
    if (parcel !== undefined) {
      const around = boxAround([parcel.geometry]);
      return around === undefined
        ? undefined
        : ([around[0] - 0.002, around[1] - 0.002, around[2] + 0.002, around[3] + 0.002] as const);
    }
    return boxAround(
      scene.districts.filter(({ id }) => park === undefined || id === park).map(({ shape }) => shape),
    );
  }, [shapes, scene, park, selected]);
  const parcels = shapes.parcels
    .map(({ properties }) => properties)
    .filter((parcel) => (park === undefined || parcel.park_id === park) && !hidden.has(keyOf(parcel) ?? ''));
  const vacant = parcels.filter(({ owner_id }) => owner_id === null).length;
  const columns: Column<Parcel>[] = [
    {
      id: 'enterprise',
      title: t.enterprise,
      width: 170,
      value: (parcel) => {
        const row = rowOf(parcel);
        return row === undefined
          ? parcel.owner_id === null
            ? t.vacant
            : t.notEvaluated
          : (run.names[row] ?? '');
      },
    },
    {
      id: 'class',
      title: t.class,
      width: 56,
      phone: true,
      value: (parcel) => {
        const row = rowOf(parcel);
        return row === undefined ? null : labelAt(run.finalClass, row);
      },
      render: (parcel) => {
        const row = rowOf(parcel);
        return row === undefined ? '—' : <ClassChip value={labelAt(run.finalClass, row)} />;
      },
    },
    {
      id: 'area',
      title: t.area,
      unit: t.mu,
      width: 124,
      digits: 2,
      phone: true,
      footer: 'sum',
      value: ({ area_mu }) => area_mu,
    },
    { id: 'code', title: t.code, width: 120, value: ({ code }) => code },
    { id: 'use', title: t.use, width: 110, value: ({ use_type }) => use_type, hidden: true },
  ];
  const legend = (key: string, i: number): string => {
    if (indicator === undefined) return t.classOf(key);
    const [low, high] = [paint.borders[i - 1], paint.borders[i]];
    if (low === undefined) return t.below(fixed(high));
    return high === undefined ? t.above(fixed(low)) : t.from(fixed(low), fixed(high));
  };
  const area = parcels.reduce((sum, parcel) => sum + parcel.area_mu, 0);
  return (
    <>
      <PageHead
        kicker={<EvaluationKicker choice={choice} />}
        answer={t.answer(count(parcels.length), count(vacant), fixed(area))}
        actions={
          <>
            <Select
              aria-label={t.park}
              style={{ width: 180 }}
              value={park ?? ''}
              options={[
                { value: '', label: t.whole },
                ...shapes.parks.map(({ park_id, name }) => ({ value: park_id, label: name })),
              ]}
              onChange={(value: string) => {
                setSelected(undefined);
                set({ park: value });
              }}
            />
            <Select
              aria-label={t.paint}
              style={{ width: 200 }}
              value={indicator?.name ?? ''}
              options={[
                { value: '', label: t.byClass },
                ...names.indicators.map((one) => ({ value: one.name, label: one[lang] })),
              ]}
              onChange={(value: string) => {
                setHidden(new Set());
                set({ paint: value });
              }}
            />
          </>
        }
      />
      <div className="mj-one-map">
        <ParcelMap
          scene={scene}
          box={box}
          selected={selected}
          height="100%"
          describe={(id) => {
            const parcel = shapes.parcelById.get(id);
            const row = parcel === undefined ? undefined : rowOf(parcel);
            return (
              <>
                <strong>{row === undefined ? t.vacant : run.names[row]}</strong>
                <div>{`${parcel?.code ?? ''} ${fixed(parcel?.area_mu)} ${t.mu}`}</div>
              </>
            );
          }}
          onSelect={setSelected}
        >
          {paint.swatches.map(({ key, colour }, i) => (
            <button
              key={key}
              type="button"
              aria-pressed={!hidden.has(key)}
              onClick={() => {
                const next = new Set(hidden);
                if (!next.delete(key)) next.add(key);
                setHidden(next);
              }}
            >
              <i style={{ background: colour }} />
              {legend(key, i)}
            </button>
          ))}
        </ParcelMap>
        <DataTable
          id="land"
          label={t.list}
          columns={columns}
          rows={parcels}
          total={shapes.parcels.length}
          rowKey={({ parcel_id }) => parcel_id}
          onOpen={({ parcel_id, owner_id }) => {
            if (selected === parcel_id && owner_id !== null)
              void navigate({ to: `/z/${zone}/enterprises/${owner_id}` });
            else setSelected(parcel_id);
          }}
        />
      </div>
    </>
  );
}
