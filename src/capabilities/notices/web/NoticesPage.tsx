// What the platform told this person, newest first.
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { fillTemplate } from '#core/diagnostic.ts';
import { type Answer, api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { usePreferences } from '#web/client/preferences.ts';
import { BusyButton } from '#web/ui/BusyButton.tsx';
import { count, moment } from '#web/ui/numbers.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { NOTICE_WORDINGS } from '../model.ts';
import { linkTarget } from './link-target.ts';
import { NOTICES } from './notices-words.ts';
import './notices.css';

type Notice = Answer<typeof api.notices.listNotices>['items'][number];

export function NoticesPage() {
  const t = useWords(NOTICES);
  const zone = useZone();
  const query = useInfiniteQuery({
    queryKey: ['notices', zone, 'all'],
    queryFn: ({ pageParam }) =>
      api.notices.listNotices({ zone, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const read = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const notice_id of ids) await api.notices.readNotice({ zone, notice_id });
    },
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  const notices = query.data.pages.flatMap(({ items }) => items);
  const unread = notices.filter(({ read_at }) => read_at === null).map(({ notice_id }) => notice_id);
  return (
    <PageBody>
      <PageHead
        answer={t.answer(count(unread.length))}
        actions={
          unread.length > 0 && (
            <BusyButton busy={read.isPending} onClick={() => read.mutate(unread)}>
              {t.markAll}
            </BusyButton>
          )
        }
      />
      {notices.length === 0 ? (
        <Empty title={t.empty} hint={t.emptyHint} />
      ) : (
        <ul className="mj-notices">
          {notices.map((notice) => (
            <NoticeLine
              key={notice.notice_id}
              notice={notice}
              onRead={() => read.mutate([notice.notice_id])}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </PageBody>
  );
}

type LineProps = { readonly notice: Notice; readonly onRead: () => void };

function NoticeLine({ notice, onRead }: LineProps) {
  const t = useWords(NOTICES);
  const { lang } = usePreferences();
  const unread = notice.read_at === null;
  const wordings: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = NOTICE_WORDINGS;
  const wording = wordings[notice.code];
  return (
    <li data-unread={unread}>
      <p>{wording === undefined ? notice.code : fillTemplate(wording[lang], notice.params)}</p>
      <span className="meta">{moment(notice.created_at)}</span>
      {notice.link !== null && (
        <Link {...linkTarget(notice.link)} onClick={onRead}>
          {t.open}
        </Link>
      )}
      {unread && (
        <button type="button" className="mj-link" onClick={onRead}>
          {t.markOne}
        </button>
      )}
    </li>
  );
}
