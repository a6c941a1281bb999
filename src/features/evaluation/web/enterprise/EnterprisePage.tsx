// One firm, one file: where it stands, why, what would lift it, its land, its record, its appeals and proofs.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Suspense } from 'react';
import { ChangeEnterprise, MergesOf } from '#capabilities/registry/web/index.tsx';
import { download } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { useFilters, usePart, useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { unitName } from '#core/unit-names.ts';
import { count, fixed } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import type { EnterpriseHistory } from '#features/evaluation/contract/history.ts';
import { historyQuery } from '../shared/history-query.ts';
import { Why } from '../shared/why/Why.tsx';
import { ClassHistory } from './ClassHistory.tsx';
import { ENTERPRISE } from './enterprise-words.ts';
import './enterprise.css';
import { IndicatorYears } from './IndicatorYears.tsx';
import { LandOf } from './LandOf.tsx';
import { LiftOf } from './LiftOf.tsx';
import { OwnAppeals, Proofs } from './OwnAppeals.tsx';
import { type PlainReport, plainReport } from './plain-words.ts';
import { Profile } from './Profile.tsx';

export function EnterprisePage() {
  const zone = useZone();
  const enterprise_id = usePart('enterprise_id');
  const query = useQuery(historyQuery(zone, enterprise_id));
  return (
    <PageBody>
      <Loaded query={query} rows={14}>
        {(history) => <File history={history} />}
      </Loaded>
    </PageBody>
  );
}

/** Roles that may ask what would lift an enterprise. */
const LIFT_ROLES = new Set(['leader', 'evaluation_officer', 'park_manager', 'enterprise_user', 'expert']);

function File({ history }: { readonly history: EnterpriseHistory }) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  const role = useRole() ?? '';
  const { lang } = usePreferences();
  const { filters, set } = useFilters();
  const report = plainReport(history, filters['period']);
  const { enterprise_id: id } = history;
  const kicker = [history.name, history.park_name, history.industry_name]
    .filter((part) => part !== null)
    .join(' · ');
  const change = (
    <Suspense fallback={null}>
      <ChangeEnterprise enterpriseId={id} />
    </Suspense>
  );
  const merges = (
    <Suspense fallback={null}>
      <MergesOf enterpriseId={id} />
    </Suspense>
  );
  if (report === undefined)
    return (
      <>
        <PageHead kicker={kicker} answer={t.noResult} actions={change} />
        <Note>{t.noResultHint}</Note>
        <Profile enterpriseId={id} />
        {merges}
        <LandOf enterpriseId={id} periodId={undefined} />
      </>
    );
  const { year } = report;
  const paper = (format: string): string =>
    `/zones/${zone}/runs/${year.run_id}/results/${id}/report?format=${format}&lang=${lang}`;
  return (
    <>
      <PageHead
        kicker={kicker}
        answer={answerOf(report, t)}
        actions={
          <>
            {role === 'enterprise_user' && (
              <Link to={`/z/${zone}/appeals`} search={{ evaluation: year.evaluation_id }}>
                {t.appeal}
              </Link>
            )}
            <Button onClick={() => download(paper('pdf'))}>{t.reportPdf}</Button>
            <Button onClick={() => download(paper('docx'))}>{t.reportWord}</Button>
            <Button onClick={() => window.print()}>{t.print}</Button>
            {change}
          </>
        }
      />
      <Section title={t.plain}>
        <PlainSentences report={report} />
      </Section>
      <Section title={t.classes}>
        <ClassHistory
          years={history.periods}
          current={year.period_id}
          onChoose={(period) => set({ period })}
        />
      </Section>
      {LIFT_ROLES.has(role) && <LiftOf runId={year.run_id} enterpriseId={id} />}
      <Section title={t.why}>
        <Why runId={year.run_id} enterpriseId={id} />
      </Section>
      <Section title={t.indicators}>
        <IndicatorYears years={history.periods} shown={year} />
      </Section>
      <LandOf enterpriseId={id} periodId={year.period_id} />
      <Profile enterpriseId={id} />
      {merges}
      <OwnAppeals appeals={history.appeals} />
      <Proofs history={history} />
    </>
  );
}

type Spoken = ReturnType<typeof useWords<typeof ENTERPRISE>>;

function answerOf({ year }: PlainReport, t: Spoken): string {
  const letter = year.final_class ?? '';
  if (year.rank === null) return t.answerUnranked(year.period_id, letter);
  return t.answer(year.period_id, letter, fixed(year.score), count(year.rank), count(year.pool_size));
}

function PlainSentences({ report }: { readonly report: PlainReport }) {
  const t = useWords(ENTERPRISE);
  const { lang } = usePreferences();
  const { year, before, best, worst } = report;
  const sentences = [
    `${answerOf(report, t)}${lang === 'zh' ? '。' : '.'}`,
    before === undefined ? '' : t.than(before.period_id, before.final_class ?? ''),
    best === undefined ? '' : t.best(best[lang], fixed(best.points)),
    worst === undefined
      ? ''
      : t.worst(worst[lang], fixed(worst.value), fixed(worst.pool_median), unitName(worst.unit ?? '', lang)),
    year.years_in_d > 1 ? t.yearsInD(count(year.years_in_d)) : '',
  ];
  return (
    <p className="mj-plain">
      {sentences.filter((sentence) => sentence !== '').join(lang === 'zh' ? '' : ' ')}
    </p>
  );
}
