// One appeal: what is claimed, what accepting it would change, who decides.
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm, Steps } from 'antd';
import { api } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { usePart, useZone } from '#web/client/place.ts';
import { problemOf } from '#web/client/problem.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { Note } from '#web/ui/Note.tsx';
import { moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Empty } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { usePeople } from '#web/client/people.ts';
import { APPEALS } from './appeal-words.ts';
import './appeals.css';
import { type AppealLine, useAppeals } from './appeals-query.ts';
import { ClaimedFigures } from './ClaimedFigures.tsx';
import { DecideAppeal } from './DecideAppeal.tsx';
import { EvidenceOf } from './Evidence.tsx';
import { Sandbox } from './Sandbox.tsx';

export function AppealPage() {
  const t = useWords(APPEALS);
  const zone = useZone();
  const id = usePart('appeal_id');
  const query = useAppeals();
  return (
    <PageBody>
      <Loaded query={query} rows={10}>
        {({ appeals, unread }) => {
          const appeal = appeals.find(({ appeal_id }) => appeal_id === id);
          return appeal === undefined ? (
            <Empty
              title={t.notFound}
              hint={unread.length > 0 ? t.notLoaded(unread.join('、')) : undefined}
              action={<Link to={`/z/${zone}/appeals`}>{t.back}</Link>}
            />
          ) : (
            <OneAppeal appeal={appeal} />
          );
        }}
      </Loaded>
    </PageBody>
  );
}

function OneAppeal({ appeal }: { readonly appeal: AppealLine }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const role = useRole();
  const nameOf = usePeople();
  const staff = role === 'evaluation_officer' || role === 'leader';
  const open = appeal.state === 'submitted';
  const withdraw = useMutation({
    mutationFn: () =>
      api.evaluation.withdrawAppeal({ zone, appeal_id: appeal.appeal_id, version: appeal.version }),
  });
  return (
    <>
      <PageHead
        kicker={
          <>
            <Link to={`/z/${zone}/appeals`}>{t.back}</Link> · {appeal.evaluation.name}
          </>
        }
        answer={`${appeal.name} · ${t[appeal.state]}`}
        actions={
          <>
            <Link to={`/z/${zone}/enterprises/${appeal.enterprise_id}`}>{t.openFile}</Link>
            {role === 'enterprise_user' && open && (
              <Popconfirm title={t.withdraw} description={t.withdrawSure} onConfirm={() => withdraw.mutate()}>
                <Button danger>{t.withdraw}</Button>
              </Popconfirm>
            )}
          </>
        }
      />
      {withdraw.isError && <Note tone="bad">{problemOf(withdraw.error).message}</Note>}
      <Progress appeal={appeal} nameOf={nameOf} />
      <Section title={t.statement}>
        <p className="mj-plain">{appeal.statement}</p>
        {appeal.decision_reason !== null && (
          <Note tone={appeal.state === 'accepted' ? 'good' : 'plain'}>
            <strong>{t[appeal.state]}</strong>
            <p>{appeal.decision_reason}</p>
          </Note>
        )}
      </Section>
      <Section title={t.layers}>
        <ClaimedFigures appeal={appeal} />
      </Section>
      {staff && <Sandbox appeal={appeal} />}
      <Section title={t.evidence}>
        <EvidenceOf appealId={appeal.appeal_id} mayAdd={role === 'enterprise_user' && open} />
      </Section>
      {staff && <DecideAppeal appeal={appeal} />}
    </>
  );
}

type ProgressProps = { readonly appeal: AppealLine; readonly nameOf: (id: string) => string };

const STEP_OF = { submitted: 0, proposed: 1, accepted: 3, rejected: 3, withdrawn: 0 } as const;

function Progress({ appeal, nameOf }: ProgressProps) {
  const t = useWords(APPEALS);
  // An enterprise is answered by the office; who signed there is not its business, nor would it know the name.
  const own = useRole() === 'enterprise_user';
  const who = (id: string): string => (own ? t.office : nameOf(id));
  const { proposal, decided_by, decided_at } = appeal;
  return (
    <Steps
      aria-label={t.progress}
      size="small"
      current={STEP_OF[appeal.state]}
      items={[
        { title: t.stepSubmitted, content: moment(appeal.submitted_at) },
        { title: t.stepProposed, content: proposal === null ? '' : who(proposal.by) },
        {
          title: t.stepSigned,
          content: decided_by === null ? '' : t.decided(who(decided_by), moment(decided_at)),
        },
      ]}
    />
  );
}
