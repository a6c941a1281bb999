// Who owes which figures until when, and how late they are; an office sees its own tasks with what to do about them.
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useMe, usePeriod } from '#web/client/me.ts';
import { useZone } from '#web/client/place.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { Failure, Loading, Empty } from '#web/ui/States.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, percent } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { useWords } from '#web/words/words.ts';
import { COLLECTION } from '../shared/collection-words.ts';
import { BeginCampaign } from './BeginCampaign.tsx';
import { OwnTasks } from './OwnTasks.tsx';
import { isDone, isLate, progressOf } from './progress.ts';
import { TaskTable } from './TaskTable.tsx';
import { useTaskActs } from './task-acts.ts';

export type Board = Answer<typeof api.collection.getCampaignBoard>;
export type BoardTask = Board['tasks'][number];

export function BoardPage() {
  const t = useWords(COLLECTION);
  const zone = useZone();
  const period = usePeriod();
  const role = useMe().data?.role;
  const [beginning, setBeginning] = useState(false);
  const campaigns = useQuery({
    queryKey: ['campaigns', zone],
    queryFn: () => api.collection.listCampaigns({ zone }),
  });
  if (campaigns.isError) return <Failure error={campaigns.error} retry={() => void campaigns.refetch()} />;
  if (campaigns.data === undefined) return <Loading />;
  const own = campaigns.data.items.filter(({ period_id }) => period_id === period);
  const campaign = own.find(({ state }) => state === 'open') ?? own[0];
  const begin =
    role === 'evaluation_officer' ? (
      <Button type="primary" onClick={() => setBeginning(true)}>
        {t.begin}
      </Button>
    ) : undefined;
  return (
    <PageBody full={role !== 'data_officer'}>
      {campaign === undefined ? (
        <>
          <PageHead answer={t.noCampaign} actions={begin} />
          <Empty title={t.noCampaign} hint={t.noCampaignHint} />
        </>
      ) : (
        <>
          {campaign.state === 'closed' && begin !== undefined && <div>{begin}</div>}
          <BoardOf campaignId={campaign.campaign_id} />
        </>
      )}
      <BeginCampaign open={beginning} periodId={period ?? ''} onClose={() => setBeginning(false)} />
    </PageBody>
  );
}

function BoardOf({ campaignId }: { readonly campaignId: string }) {
  const zone = useZone();
  const query = useQuery({
    queryKey: ['board', zone, campaignId],
    queryFn: () => api.collection.getCampaignBoard({ zone, campaign_id: campaignId }),
  });
  return <Loaded query={query}>{(board) => <BoardView board={board} />}</Loaded>;
}

function BoardView({ board }: { readonly board: Board }) {
  const t = useWords(COLLECTION);
  const me = useMe().data;
  const acts = useTaskActs();
  const { campaign, tasks } = board;
  const shown =
    me?.role === 'data_officer' ? tasks.filter(({ office_id }) => office_id === me.office_id) : tasks;
  const { tasks: all, offices, submitted, late, daysLate, complete } = progressOf(shown);
  const lateOnes = tasks.filter(isLate);
  return (
    <>
      <PageHead
        kicker={campaign.name}
        answer={
          me?.role === 'data_officer'
            ? t.ownAnswerTasks(
                count(all),
                count(shown.filter(isDone).length),
                percent(complete),
                count(daysLate),
              )
            : t.boardAnswer(
                count(offices),
                count(all),
                count(submitted),
                t.officesLate(count(late), count(daysLate)),
                percent(complete),
              )
        }
        actions={
          me?.role === 'evaluation_officer' && (
            <>
              <BusyButton
                disabled={lateOnes.length === 0}
                busy={acts.remind.isPending}
                onClick={() => acts.remind.mutate(lateOnes.map(({ task_id }) => task_id))}
              >
                {t.remindAll}
              </BusyButton>
              {campaign.state === 'open' && (
                <Popconfirm
                  title={t.close}
                  description={t.closeSure}
                  onConfirm={() => acts.close.mutate(campaign)}
                >
                  <Button>{t.close}</Button>
                </Popconfirm>
              )}
            </>
          )
        }
      />
      {me?.role === 'data_officer' ? (
        <OwnTasks tasks={shown} periodId={campaign.period_id} />
      ) : (
        <TaskTable tasks={shown} />
      )}
    </>
  );
}
