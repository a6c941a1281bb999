// Finds an enterprise from anywhere: by name, by the initials of its pinyin, by credit code. Loaded when somebody wants to search.
import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useZone } from '../client/place.ts';
import { useSearch } from '../client/use-search.ts';
import { useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

export function GlobalSearch({ onLeave }: { readonly onLeave: () => void }) {
  const t = useWords(SHELL);
  const zone = useZone();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const { asked, hits } = useSearch(text);
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
