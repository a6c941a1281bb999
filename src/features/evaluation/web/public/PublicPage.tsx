// Published lists for everybody: choose one, look an enterprise up, verify its row.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { type Answer, api } from '#web/client/api.ts';
import { useFilters, useZone } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, day, fixed } from '#web/ui/numbers.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Empty, Failure, Loading } from '#web/ui/States.tsx';
import { useWords } from '#web/words/words.ts';
import { ListHead } from './ListHead.tsx';
import { MethodOf } from './MethodOf.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { type Publication, usePublications } from '../shared/publications.ts';
import { PUBLIC } from './public-words.ts';
import { VerifyRow } from './VerifyRow.tsx';

type Row = Answer<typeof api.evaluation.listPublishedRows>['items'][number];

export function PublicPage() {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const { filters, set } = useFilters();
  const own = useQuery({ queryKey: ['zone', zone], queryFn: () => api.registry.getZone({ zone }) });
  const lists = usePublications();
  return (
    <PublicFrame>
      <PageHead
        kicker={t.publicLead}
        answer={t.publicTitle(own.data?.name ?? '')}
        actions={<Link to={`/public/${zone}/verify`}>{t.verifyOther}</Link>}
      />
      <Loaded query={lists}>
        {({ items }) => {
          const list = items.find(({ publication_id }) => publication_id === filters['list']) ?? items[0];
          if (list === undefined) return <Empty title={t.empty} />;
          return (
            <>
              <Select
                aria-label={t.choose}
                style={{ width: '100%', maxWidth: 640 }}
                value={list.publication_id}
                options={items.map((one) => ({
                  value: one.publication_id,
                  label: `${one.title}　${t[one.kind]} ${day(one.published_at)}`,
                }))}
                onChange={(value: string) => set({ list: value })}
              />
              <ListHead key={`head ${list.publication_id}`} list={list} />
              <MethodOf key={`method ${list.publication_id}`} publicationId={list.publication_id} />
              <ListOf key={list.publication_id} list={list} />
            </>
          );
        }}
      </Loaded>
    </PublicFrame>
  );
}

function ListOf({ list }: { readonly list: Publication }) {
  const t = useWords(PUBLIC);
  const zone = useZone();
  const { filters, set } = useFilters();
  const [text, setText] = useState(filters['search'] ?? '');
  const [verifying, setVerifying] = useState<string>();
  const search = filters['search'];
  useEffect(() => {
    if (text.trim() === (search ?? '')) return undefined;
    const timer = setTimeout(() => set({ search: text.trim() }), 300);
    return () => clearTimeout(timer);
  }, [text, search, set]);
  const letter = filters['class'];
  const { publication_id } = list;
  const rows = useInfiniteQuery({
    queryKey: ['published rows', zone, publication_id, search, letter],
    queryFn: ({ pageParam }) =>
      api.evaluation.listPublishedRows({
        zone,
        publication_id,
        limit: 50,
        ...(pageParam === '' ? {} : { cursor: pageParam }),
        ...(search === undefined ? {} : { search }),
        ...(letter === undefined ? {} : { class: letter }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const found = rows.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className="mj-bar-query" role="search">
        <Input
          allowClear
          size="large"
          style={{ maxWidth: 420 }}
          aria-label={t.search}
          placeholder={t.search}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Select
          size="large"
          aria-label={t.class}
          style={{ width: 130 }}
          allowClear
          placeholder={t.all}
          value={letter ?? null}
          options={['A', 'B', 'C', 'D', 'T'].map((value) => ({ value, label: value }))}
          onChange={(value: string | null | undefined) => set({ class: value ?? undefined })}
        />
      </div>
      {rows.isError && <Failure error={rows.error} retry={() => void rows.refetch()} />}
      {found === undefined ? (
        <Loading />
      ) : found.length === 0 ? (
        <Empty title={t.none} hint={t.noneHint} />
      ) : (
        <ul className="mj-public-rows">
          {found.map((row) => (
            <PublicRow
              key={row.credit_code}
              row={row}
              open={verifying === row.credit_code}
              onToggle={() => setVerifying(verifying === row.credit_code ? undefined : row.credit_code)}
              list={list}
            />
          ))}
        </ul>
      )}
      {rows.hasNextPage && <Button onClick={() => void rows.fetchNextPage()}>{t.more}</Button>}
    </>
  );
}

type RowProps = {
  readonly row: Row;
  readonly list: Publication;
  readonly open: boolean;
  readonly onToggle: () => void;
};

function PublicRow({ row, list, open, onToggle }: RowProps) {
  const t = useWords(PUBLIC);
  return (
    <li>
      <div className="mj-public-row">
        <ClassChip value={row.class} />
        <span className="mj-public-name">
          <strong>{row.name}</strong>
          <span className="meta">{row.credit_code}</span>
        </span>
        <span className="meta">
          {row.score !== null && `${t.score} ${fixed(Number(row.score))}　`}
          {row.rank !== null && `${t.rank} ${count(row.rank)}`}
        </span>
        <button type="button" className="mj-link" aria-expanded={open} onClick={onToggle}>
          {t.verify}
        </button>
      </div>
      {open && <VerifyRow list={list} creditCode={row.credit_code} />}
    </li>
  );
}
