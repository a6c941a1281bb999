// Parcels in the colour of their enterprise's class; the legend takes classes away, a click opens the enterprise.
import { useMemo, useState } from 'react';
import { readPalette } from '#web/charts/palette.ts';
import { isDark, usePreferences } from '#web/client/preferences.ts';
import { ParcelMap } from '#web/map/ParcelMap.tsx';
import { boxAround } from '#web/map/scene.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { fixed } from '#web/ui/numbers.ts';
import { Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { labelAt, type RunTable } from '../run-table.ts';
import { CLASS_MAP } from './class-map-words.ts';
import { sceneOf, useZoneShapes } from './zone-scene.ts';

type Props = {
  readonly table: RunTable;
  readonly classes: readonly string[];
  /** Only this park, close up. */
  readonly parkId?: string | undefined;
  readonly height?: number | string;
  readonly onOpen: (enterpriseId: string) => void;
  readonly onTouch?: () => void;
};

export function ClassMap({ table, classes, parkId, height, onOpen, onTouch }: Props) {
  const t = useWords(CLASS_MAP);
  const shapes = useZoneShapes();
  const dark = isDark(usePreferences());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const scene = useMemo(() => {
    if (shapes === undefined) return undefined;
    const palette = readPalette();
    // Another light has other colours; the value itself says nothing.
    const vacant = dark ? palette.line : palette.neutral;
    return sceneOf(shapes, ({ owner_id }) => {
      const row = owner_id === null ? undefined : table.rowOf(owner_id);
      const letter = row === undefined ? '' : labelAt(table.finalClass, row);
      return letter === '' || left.has(letter) ? vacant : palette.ofClass(letter);
    });
  }, [shapes, table, left, dark]);
  const box = useMemo(() => {
    if (scene === undefined) return undefined;
    const districts = scene.districts.filter(({ id }) => parkId === undefined || id === parkId);
    return boxAround(districts.map(({ shape }) => shape));
  }, [scene, parkId]);
  if (shapes === undefined || scene === undefined) return <Loading />;
  const toggle = (letter: string): void => {
    const next = new Set(left);
    if (!next.delete(letter)) next.add(letter);
    setLeft(next);
  };
  const rowAt = (parcel: string): number | undefined => {
    const owner = shapes.parcelById.get(parcel)?.owner_id;
    return owner === null || owner === undefined ? undefined : table.rowOf(owner);
  };
  return (
    <ParcelMap
      scene={scene}
      box={box}
      {...(height === undefined ? {} : { height })}
      {...(onTouch === undefined ? {} : { onTouch })}
      describe={(id) => {
        const parcel = shapes.parcelById.get(id);
        const row = rowAt(id);
        return (
          <>
            <strong>{row === undefined ? t.vacant : table.names[row]}</strong>
            <div>
              {row !== undefined && <ClassChip value={labelAt(table.finalClass, row)} />}{' '}
              {t.parcel(parcel?.code ?? '', fixed(parcel?.area_mu))}
            </div>
          </>
        );
      }}
      onSelect={(id) => {
        const owner = shapes.parcelById.get(id)?.owner_id;
        if (owner !== null && owner !== undefined) onOpen(owner);
      }}
    >
      {classes.map((letter) => (
        <button key={letter} type="button" aria-pressed={!left.has(letter)} onClick={() => toggle(letter)}>
          <i style={{ background: `var(--class-${letter.toLowerCase()}, var(--class-t))` }} />
          {t.class(letter)}
        </button>
      ))}
    </ParcelMap>
  );
}
