// Conditions under a name, kept in this browser: what somebody looks at every Monday.
import { Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useFilters } from '../client/place.ts';
import { useWords } from '../words/words.ts';
import { UI } from './ui-words.ts';

type View = { readonly name: string; readonly filters: Readonly<Record<string, string>> };

function read(key: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as View[]) : [];
  } catch {
    return [];
  }
}

export function SavedViews({ id }: { readonly id: string }) {
  const t = useWords(UI);
  const key = `mujun.views.${id}`;
  const { filters, set } = useFilters();
  const [views, setViews] = useState(() => read(key));
  const [naming, setNaming] = useState<string>();
  const keep = (next: readonly View[]): void => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  const open = ({ filters: kept }: View): void =>
    set({ ...Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])), ...kept });
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(views.length === 0 ? [{ key: 'none', label: t.noViews, disabled: true }] : []),
            ...views.map(({ name }) => ({
              key: `open ${name}`,
              label: name,
              onClick: () => views.filter((view) => view.name === name).forEach(open),
              extra: (
                <Button
                  size="small"
                  type="text"
                  onClick={(event) => {
                    event.stopPropagation();
                    keep(views.filter((view) => view.name !== name));
                  }}
                >
                  {t.remove}
                </Button>
              ),
            })),
            { type: 'divider' as const },
            { key: 'save', label: t.saveView, onClick: () => setNaming('') },
          ],
        }}
      >
        <Button type="text">{t.views}</Button>
      </Dropdown>
      <Modal
        open={naming !== undefined}
        title={t.saveView}
        okText={t.save}
        cancelText={t.cancel}
        okButtonProps={{ disabled: naming === undefined || naming.trim() === '' }}
        onCancel={() => setNaming(undefined)}
        onOk={() => {
          const name = (naming ?? '').trim();
          keep([...views.filter((view) => view.name !== name), { name, filters }]);
          setNaming(undefined);
        }}
      >
        <Input
          autoFocus
          maxLength={30}
          aria-label={t.viewName}
          placeholder={t.viewName}
          value={naming ?? ''}
          onChange={({ target }) => setNaming(target.value)}
        />
      </Modal>
    </>
  );
}
