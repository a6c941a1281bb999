// Pages opened in this window, as tabs: going back to a list finds it as it was left.
import { CloseOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePart, useZone } from '../client/place.ts';
import { usePreferences } from '../client/preferences.ts';
import { pick, useWords } from '../words/words.ts';
import type { Pair } from '../words/words.ts';
import { useCurrentPage } from './current-page.ts';
import { SHELL } from './shell-words.ts';

type Tab = { readonly path: string; readonly title: Pair; readonly address: string };

const KEY = 'mujun.tabs';
const MOST = 8;

function read(): Tab[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Tab[]) : [];
  } catch {
    return [];
  }
}

export function PageTabs() {
  const t = useWords(SHELL);
  const { lang } = usePreferences();
  const zone = useZone();
  const enterprise = usePart('enterprise_id');
  const navigate = useNavigate();
  const current = useCurrentPage();
  const [tabs, setTabs] = useState(read);
  // Lists have one tab each; things have one per thing.
  const path = current === undefined ? '' : `${current.page.path}${enterprise}`;
  useEffect(() => {
    if (current === undefined) return;
    const tab: Tab = { path, title: current.page.title, address: current.address };
    setTabs((now) => {
      const at = now.findIndex((one) => one.path === path);
      const next = at < 0 ? [...now, tab].slice(-MOST) : now.map((one, i) => (i === at ? tab : one));
      sessionStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }, [path, current]);
  const close = (closed: Tab): void => {
    const at = tabs.indexOf(closed);
    const rest = tabs.filter((tab) => tab !== closed);
    sessionStorage.setItem(KEY, JSON.stringify(rest));
    setTabs(rest);
    const next = rest[Math.max(0, at - 1)];
    if (closed.path === path) void navigate({ to: next?.address ?? `/z/${zone}` });
  };
  if (tabs.length < 2) return null;
  return (
    <nav className="mj-tabs no-print" aria-label={t.tabs}>
      {tabs.map((tab) => (
        <span key={tab.path} className="mj-tab" data-current={tab.path === path}>
          <Link to={tab.address}>{pick(tab.title, lang)}</Link>
          <button type="button" aria-label={t.closeTab} title={t.closeTab} onClick={() => close(tab)}>
            <CloseOutlined />
          </button>
        </span>
      ))}
    </nav>
  );
}
