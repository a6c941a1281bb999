// The wall: the cockpit without a mouse. It fills any screen, asks for news, and goes from park to park until it is touched.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { applyToPage, usePreferences } from '#web/client/preferences.ts';
import { useZone } from '#web/client/place.ts';
import { ClassShare } from '#web/ui/ClassShare.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { unitName } from '#core/unit-names.ts';
import { count, fixed, money, moment, percent } from '#web/ui/numbers.ts';
import { useWords } from '#web/words/words.ts';
import type { Overview } from '#features/evaluation/contract/overview.ts';
import { ClassMap } from '../shared/map/ClassMap.tsx';
import { useRunTable } from '../shared/run-queries.ts';
import { Alerts } from './Alerts.tsx';
import { answerOf } from './answer.ts';
import { COCKPIT } from './cockpit-words.ts';
import { measuresOf, shareIn } from './measures.ts';
import { useOverview } from './overview-query.ts';
import { FlowsTile, ParksTile, TrendTile } from './tiles.tsx';
import { useTour } from './use-tour.ts';
import './cockpit.css';
import './wall.css';

const REFRESH_MS = 60_000;

export function WallPage() {
  // The wall is dark whatever the reader prefers elsewhere.
  useEffect(() => {
    document.documentElement.dataset['theme'] = 'dark';
    return applyToPage;
  }, []);
  const query = useOverview(REFRESH_MS);
  return (
    <main className="mj-wall">
      <Loaded query={query}>
        {(overview) => <Wall overview={overview} at={new Date(query.dataUpdatedAt).toISOString()} />}
      </Loaded>
    </main>
  );
}

function Wall({ overview, at }: { readonly overview: Overview; readonly at: string }) {
  const t = useWords(COCKPIT);
  const { lang } = usePreferences();
  const zone = useZone();
  const table = useRunTable(overview.evaluation?.run_id);
  const measures = measuresOf(overview, t, lang);
  const parks = overview.parks.filter(({ park_id }) => park_id !== null);
  const [seen, touch] = useTour(parks.length);
  const park = seen === undefined ? undefined : parks[seen];
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const measure = measures[0];
  const { totals } = overview;
  if (totals === null || measure === undefined) return <h1>{t.nothing}</h1>;
  const tax = money(totals.inputs['tax'], lang);
  return (
    <>
      <header>
        <Link to={`/z/${zone}/cockpit`} title={t.leaveWall}>
          {t.wallTitle}
        </Link>
        <h1>{answerOf(overview, t)}</h1>
        <span className="mj-wall-time">
          {moment(now.toISOString())}
          <small>{t.refreshed(moment(at).slice(11))}</small>
        </span>
      </header>
      <section className="mj-wall-figures">
        <Figure label={t.evaluated} value={count(totals.evaluated)} unit={t.firms} />
        <Figure label={t.shareOfA} value={percent(shareIn(totals, 'A'))} unit="" />
        <Figure label={measure.name} value={fixed(measure.of(totals))} unit={unitName(measure.unit, lang)} />
        <Figure
          label={overview.inputs.find(({ name }) => name === 'tax')?.[lang] ?? ''}
          value={tax.text}
          unit={tax.unit}
        />
      </section>
      <Tile name="parks">
        <ParksTile overview={overview} measure={measure} height="fill" />
      </Tile>
      <Tile name="map">
        <h2>
          {park === undefined ? t.map : t.mapOf(park.name)}
          {park !== undefined && (
            <small>
              {fixed(measure.of(park))} {unitName(measure.unit, lang)}
              <ClassShare counts={park.classes} />
            </small>
          )}
        </h2>
        <Loaded query={table}>
          {(run) => (
            <ClassMap
              table={run}
              classes={overview.classes.map((one) => one.class)}
              parkId={park?.park_id ?? undefined}
              height="100%"
              onOpen={touch}
              onTouch={touch}
            />
          )}
        </Loaded>
      </Tile>
      <Tile name="flows">
        <h2>{t.flows}</h2>
        <FlowsTile overview={overview} height="fill" />
      </Tile>
      <Tile name="trend">
        <h2>{t.trend}</h2>
        <TrendTile overview={overview} measure={measure} height="fill" />
      </Tile>
      <Tile name="alerts">
        <h2>{t.alerts}</h2>
        <Alerts overview={overview} />
      </Tile>
    </>
  );
}

function Tile({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="mj-wall-tile" style={{ gridArea: name }}>
      {children}
    </section>
  );
}

type FigureProps = { readonly label: string; readonly value: string; readonly unit: string };

function Figure({ label, value, unit }: FigureProps) {
  return (
    <div className="mj-wall-figure">
      <span>{label}</span>
      {/* Another number is another element, so that it fades in; the same one stands still. */}
      <strong key={value}>
        {value}
        <small>{unit}</small>
      </strong>
    </div>
  );
}
