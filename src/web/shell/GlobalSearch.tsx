// Finds an enterprise from anywhere: by name, by the initials of its pinyin, by credit code. Loaded when somebody wants to search.
import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../client/api.ts';
import { useZone } from '../client/place.ts';
import { useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

export function GlobalSearch({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords(SHELL);
  const zone = useZone();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const hits = useQuery({
    queryKey: ['search', zone, asked],
    queryFn: ({ signal }) => api.registry.search({ zone, q: asked }, { signal }),
    enabled: asked !== '',
  });
  return (
    <AutoComplete
      className="mj-search"
      defaultActiveFirstOption
      value={text}
      onChange={(value: string) => setText(value)}
      onSelect={(id: string) => {
        onLeave();
        void navigate({ to: `/z/${zone}/enterprises/${id}` });
      }}
      notFoundContent={hits.isSuccess && asked !== '' ? t.searchNothing : null}
      options={(hits.data?.enterprises ?? []).map(({ enterprise_id, name, credit_code }) => ({
        value: enterprise_id,
        'aria-label': name,
        label: (
          <div className="mj-search-hit">
            <span>{name}</span>
            <span className="meta">{credit_code}</span>
          </div>
        ),
      }))}
    >
      <Input
        prefix={<SearchOutlined />}
        placeholder={t.searchEnterprise}
        aria-label={t.searchEnterprise}
        suffix={<kbd className="meta">{t.searchKeys}</kbd>}
        maxLength={100}
        autoFocus
        onBlur={onLeave}
      />
    </AutoComplete>
  );
}
