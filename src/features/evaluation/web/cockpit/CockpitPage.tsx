// The leaders' page: ten seconds to see how the zone stands and what is wrong, and a click to whatever is behind it.
import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useFilters, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import type { Overview } from '#features/evaluation/contract/overview.ts';
import { ClassMap } from '../shared/map/ClassMap.tsx';
import { useRunTable } from '../shared/run-queries.ts';
import { Alerts } from './Alerts.tsx';
import { answerOf } from './answer.ts';
import { COCKPIT } from './cockpit-words.ts';
import './cockpit.css';
import { measuresOf } from './measures.ts';
import { useOverview } from './overview-query.ts';
import { FlowsTile, ParksTile, TrendTile } from './tiles.tsx';
import { ZoneTotals } from './Totals.tsx';

export function CockpitPage() {
  const t = useWords(COCKPIT);
  const query = useOverview();
  return (
    <PageBody>
      <Loaded query={query} rows={12}>
        {(overview) =>
          overview.totals === null ? (
            <>
              <PageHead answer={t.nothing} />
              <Empty title={t.nothing} hint={t.nothingHint} />
              <Alerts overview={overview} />
            </>
          ) : (
            <Cockpit overview={overview} />
          )
        }
      </Loaded>
    </PageBody>
  );
}

function Cockpit({ overview }: { readonly overview: Overview }) {
  const t = useWords(COCKPIT);
  const { lang } = usePreferences();
  const zone = useZone();
  const navigate = useNavigate();
  const { set } = useFilters();
  const measures = measuresOf(overview, t, lang);
  const [chosen, setChosen] = useState(measures[0]?.id);
  const [park, setPark] = useState<string>();
  const measure = measures.find(({ id }) => id === chosen) ?? measures[0];
  const table = useRunTable(overview.evaluation?.run_id);
  const shown = {
    period: overview.period_id ?? '',
    evaluation: overview.evaluation?.evaluation_id ?? '',
  };
  const toResults = (search: Readonly<Record<string, string>>): void =>
    void navigate({
      to: `/z/${zone}/results`,
      search: { ...shown, ...search },
    });
  const parkName = overview.parks.find(({ park_id }) => park_id === park)?.name;
  return (
    <>
      <PageHead
        kicker={`${overview.evaluation?.name ?? ''}${overview.evaluation?.published === false ? ` · ${t.unpublished}` : ''}`}
        answer={answerOf(overview, t)}
        actions={
          <>
            {overview.evaluations.length > 1 && (
              <Select
                aria-label={t.evaluation}
                style={{ maxWidth: 300 }}
                popupMatchSelectWidth={false}
                value={overview.evaluation?.evaluation_id ?? ''}
                options={overview.evaluations.map(({ evaluation_id, name }) => ({
                  value: evaluation_id,
                  label: name,
                }))}
                onChange={(evaluation: string) => set({ evaluation })}
              />
            )}
            <Button onClick={() => window.print()}>{t.print}</Button>
            <Button onClick={() => void navigate({ to: `/wall/${zone}`, search: shown })}>{t.wall}</Button>
          </>
        }
      />
      <ZoneTotals overview={overview} measures={measures} />
      <div className="mj-cockpit">
        <div className="mj-card mj-cockpit-map">
          <Section
            title={parkName === undefined ? t.map : t.mapOf(parkName)}
            aside={
              park !== undefined && (
                <button type="button" className="mj-link" onClick={() => setPark(undefined)}>
                  {t.wholeZone}
                </button>
              )
            }
          >
            <Loaded query={table}>
              {(run) => (
                <ClassMap
                  table={run}
                  classes={overview.classes.map((one) => one.class)}
                  parkId={park}
                  height="auto"
                  onOpen={(id) => void navigate({ to: `/z/${zone}/enterprises/${id}` })}
                />
              )}
            </Loaded>
          </Section>
        </div>
        <div className="mj-cockpit-side">
          <div className="mj-card">
            <Section title={t.alerts}>
              <Alerts overview={overview} />
            </Section>
          </div>
          {measure !== undefined && (
            <div className="mj-card">
              <Section
                title={t.parks}
                aside={
                  <Select
                    size="small"
                    variant="borderless"
                    aria-label={t.measure}
                    popupMatchSelectWidth={false}
                    value={measure.id}
                    options={measures.map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={setChosen}
                  />
                }
              >
                <ParksTile overview={overview} measure={measure} height={250} onPark={setPark} />
              </Section>
            </div>
          )}
        </div>
        <div className="mj-card">
          <Section title={t.flows}>
            <FlowsTile
              overview={overview}
              height={300}
              onFlow={(before, after) => toResults({ last: before, class: after })}
            />
          </Section>
        </div>
        {measure !== undefined && (
          <div className="mj-card">
            <Section title={t.trend}>
              <TrendTile overview={overview} measure={measure} height={300} />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
