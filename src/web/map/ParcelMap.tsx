// A map of parcels in any colours: outline under the pointer, a line of text beside it, a click that selects.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isDark, usePreferences } from '../client/preferences.ts';
import { usePrinting } from '../client/use-printing.ts';
import { Empty } from '../ui/States.tsx';
import { useWords } from '../words/words.ts';
import type { DrawnMap, MapColours } from './drawn-map.ts';
import { MAP } from './map-words.ts';
import './map.css';
import type { Box, Scene } from './scene.ts';

type Props = {
  readonly scene: Scene;
  readonly selected?: string | undefined;
  /** What to show of the zone; another box moves the map there. */
  readonly box: Box | undefined;
  readonly height?: number | string;
  /** Beside the pointer, of the parcel under it. */
  readonly describe: (id: string) => ReactNode;
  readonly onSelect: (id: string) => void;
  readonly onTouch?: () => void;
  /** Over the map: a legend. */
  readonly children?: ReactNode;
};

type Hover = { readonly id: string; readonly x: number; readonly y: number };

export function ParcelMap({
  scene,
  selected,
  box,
  height = 480,
  describe,
  onSelect,
  onTouch,
  children,
}: Props) {
  const t = useWords(MAP);
  const dark = isDark(usePreferences());
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnMap>();
  const [broken, setBroken] = useState(false);
  const printing = usePrinting();
  const [hover, setHover] = useState<Hover>();
  const listeners = useRef({ onSelect, onTouch });
  useEffect(() => {
    listeners.current = { onSelect, onTouch };
  });

  // Colours are read when the map is made: in another light it is made again.
  useEffect(() => {
    let own: DrawnMap | undefined;
    let stopped = false;
    void import('./drawn-map.ts')
      .then(({ drawMap }) => {
        if (stopped || place.current === null) return;
        own = drawMap(place.current, coloursOf(place.current), {
          onSelect: (id) => listeners.current.onSelect(id),
          onHover: (id, x, y) => setHover(id === undefined ? undefined : { id, x, y }),
          onTouch: () => listeners.current.onTouch?.(),
        });
        setDrawn(own);
      })
      .catch(() => setBroken(true));
    return () => {
      stopped = true;
      own?.end();
      setDrawn(undefined);
    };
  }, [dark]);
  useEffect(() => drawn?.show(scene, selected), [drawn, scene, selected]);
  useEffect(() => {
    if (box !== undefined) drawn?.goTo(box);
  }, [drawn, box]);

  if (broken) return <Empty title={t.noMap} hint={t.noMapHint} />;
  return (
    <div className="mj-map" style={{ height }}>
      <div ref={place} className="mj-map-place" role="application" aria-label={t.label} />
      {printing !== undefined && (
        <canvas ref={(picture) => void (picture && drawn?.copyTo(picture))} className="mj-map-print" />
      )}
      {hover !== undefined && (
        <div className="mj-map-hover" style={{ left: hover.x + 14, top: hover.y + 14 }}>
          {describe(hover.id)}
        </div>
      )}
      {children !== undefined && <div className="mj-map-legend">{children}</div>}
    </div>
  );
}

function coloursOf(element: HTMLElement): MapColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token('paper'),
    surface: token('surface'),
    line: token('line-strong'),
    ink: token('ink'),
    water: token('water'),
    road: token('road'),
    green: token('green'),
    accent: token('accent'),
  };
}
