// The conditions of a list. They live in the address, so that a list can be sent to a colleague as it is.
import { Button, Input, type InputRef, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFilters } from '../client/place.ts';
import { useWords } from '../words/words.ts';
import { usePhone } from './use-phone.ts';
import { SavedViews } from './SavedViews.tsx';
import { UI } from './ui-words.ts';

export type QueryField = {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly width?: number;
};

type Props = {
  /** Under this name views are saved. */
  readonly id: string;
  readonly fields: readonly QueryField[];
  /** What can be searched for; absent: no search box. */
  readonly search?: string;
  readonly children?: ReactNode;
};

export function QueryBar({ id, fields, search, children }: Props) {
  const t = useWords(UI);
  const { filters, set } = useFilters();
  const names = [...fields.map(({ name }) => name), 'search'];
  const setCount = names.filter((name) => filters[name] !== undefined).length;
  const phone = usePhone();
  const [open, setOpen] = useState(false);
  return (
    <div className="mj-bar-query no-print" role="search">
      {search !== undefined && (
        <SearchBox
          placeholder={search}
          value={filters['search'] ?? ''}
          onChange={(value) => set({ search: value })}
        />
      )}
      {phone && fields.length > 1 && (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {setCount === 0 ? t.filters : `${t.filters} ${setCount}`}
        </Button>
      )}
      {(phone && fields.length > 1 && !open ? [] : fields).map(({ name, label, options, width = 140 }) => (
        <Select
          key={name}
          aria-label={label}
          placeholder={label}
          style={{ width }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={filters[name] ?? null}
          options={[...options]}
          onChange={(value: string | null | undefined) => set({ [name]: value ?? undefined })}
        />
      ))}
      {setCount > 0 && (
        <Button type="link" onClick={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}>
          {t.clearFilters}
        </Button>
      )}
      <SavedViews id={id} />
      <span className="mj-grow" />
      {children}
    </div>
  );
}

type SearchProps = {
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Waits until the typing pauses; `/` anywhere on the page leads here. */
function SearchBox({ placeholder, value, onChange }: SearchProps) {
  const [text, setText] = useState(value);
  const input = useRef<InputRef>(null);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => change.current(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, value]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || typing !== null) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Input
      ref={input}
      allowClear
      style={{ width: 240 }}
      aria-label={placeholder}
      placeholder={placeholder}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
