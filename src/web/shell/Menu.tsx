// The menu: what this role works with, in groups.
import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  FormOutlined,
  HomeOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Role } from '#core/roles.ts';
import { MENU_GROUPS, type MenuGroup, type Page } from '../client/page.ts';
import { useFilters, useZone } from '../client/place.ts';
import { usePreferences } from '../client/preferences.ts';
import { PAGES } from '../slices.ts';
import { pick, useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

const ICONS: Readonly<Record<MenuGroup, ComponentType>> = {
  work: HomeOutlined,
  data: FormOutlined,
  evaluation: BarChartOutlined,
  enterprises: BankOutlined,
  decisions: DashboardOutlined,
  public: AuditOutlined,
  basics: DatabaseOutlined,
  system: SettingOutlined,
};

type Entry = Page & { readonly menu: NonNullable<Page['menu']> };

function entriesOf(role: Role, group: MenuGroup): Entry[] {
  return PAGES.filter((page): page is Entry => page.menu?.group === group)
    .filter(({ roles }) => roles === undefined || roles.includes(role))
    .sort((a, b) => a.menu.order - b.menu.order);
}

type Props = { readonly role: Role; readonly narrow: boolean; readonly onLeave: () => void };

export function Menu({ role, narrow, onLeave }: Props) {
  const t = useWords(SHELL);
  const { lang } = usePreferences();
  const zone = useZone();
  const { filters } = useFilters();
  // The year goes along from page to page.
  const search = filters['period'] === undefined ? {} : { period: filters['period'] };
  return (
    <>
      <nav className="mj-menu no-print" aria-label={t.menu} data-narrow={narrow}>
        {MENU_GROUPS.map((group) => {
          const entries = entriesOf(role, group);
          if (entries.length === 0) return null;
          const Icon = ICONS[group];
          return (
            <section key={group}>
              <h2>
                <Icon />
                <span>{t[group]}</span>
              </h2>
              <ul>
                {entries.map((page) => (
                  <li key={page.path}>
                    <Link
                      to={`/z/${zone}${page.path}`}
                      search={search}
                      activeOptions={{ exact: page.path === '/', includeSearch: false }}
                      activeProps={{ 'data-current': true }}
                    >
                      {pick(page.title, lang)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
      <div className="mj-menu-veil" onClick={onLeave} aria-hidden />
    </>
  );
}
