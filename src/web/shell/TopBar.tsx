// The bar at the top: where one is, the year, the search, notices, help, and one's own account.
import {
  BellOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  QuestionCircleOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Button, Dropdown } from 'antd';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { api } from '../client/api.ts';
import { useMe, useMyZones, usePeriod, usePeriods, useWorksWithData } from '../client/me.ts';
import { useFilters, useZone } from '../client/place.ts';
import { setPreferences, usePreferences } from '../client/preferences.ts';
import { signOut } from '../client/session.ts';
import { usePhone } from '../ui/use-phone.ts';
import { useLabel, useWords } from '../words/words.ts';
import { useCurrentPage } from './current-page.ts';
import { SearchPlace } from './SearchPlace.tsx';
import { SHELL } from './shell-words.ts';

export function TopBar({ menuOpen, onMenu }: { readonly menuOpen: boolean; readonly onMenu: () => void }) {
  const t = useWords(SHELL);
  const zone = useZone();
  const current = useCurrentPage();
  const own = useMyZones().data?.zones.find((one) => one.zone === zone);
  const guide = current?.page.guide;
  const phone = usePhone();
  const withData = useWorksWithData();
  return (
    <header className="mj-top no-print">
      <Button
        type="text"
        aria-label={menuOpen ? t.collapse : t.expand}
        aria-expanded={menuOpen}
        icon={menuOpen ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        onClick={onMenu}
      />
      <Link to={`/z/${zone}`} className="mj-top-name" aria-label={t.product}>
        <img src="/mark.svg" alt="" width={24} height={24} />
        <strong>{t.product}</strong>
      </Link>
      <ZoneSwitch />
      <nav className="mj-crumbs" aria-label={t.breadcrumb}>
        {current?.page.menu !== undefined && <span>{t[current.page.menu.group]}</span>}
        <span aria-current="page">{current?.title}</span>
      </nav>
      {own?.synthetic === true && (
        <span className="mj-synthetic">{phone ? t.syntheticShort : t.synthetic}</span>
      )}
      <span className="mj-grow" />
      {withData && <SearchPlace />}
      <YearSwitch />
      <Notices />
      <Link
        to={guide === undefined ? `/z/${zone}/guide` : `/z/${zone}/guide/${guide}`}
        aria-label={t.help}
        title={t.help}
      >
        <Button type="text" icon={<QuestionCircleOutlined />} tabIndex={-1} aria-hidden />
      </Link>
      <OwnMenu />
    </header>
  );
}

function ZoneSwitch() {
  const t = useWords(SHELL);
  const zone = useZone();
  const zones = useMyZones().data?.zones ?? [];
  const name = zones.find((one) => one.zone === zone)?.name ?? '';
  if (zones.length < 2) return <span className="mj-top-zone">{name}</span>;
  return (
    <select
      className="mj-select mj-select-quiet"
      aria-label={t.zoneSwitch}
      value={zone}
      onChange={({ target }) => location.assign(`/z/${target.value}`)}
    >
      {zones.map((one) => (
        <option key={one.zone} value={one.zone}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

function YearSwitch() {
  const t = useWords(SHELL);
  const { set } = useFilters();
  const period = usePeriod();
  const periods = usePeriods().data?.items ?? [];
  if (periods.length === 0) return null;
  return (
    <select
      className="mj-select"
      aria-label={t.yearSwitch}
      value={period ?? ''}
      onChange={({ target }) => set({ period: target.value, evaluation: undefined })}
    >
      {[...periods]
        .sort((a, b) => b.period_id.localeCompare(a.period_id))
        .map(({ period_id, name }) => (
          <option key={period_id} value={period_id}>
            {name}
          </option>
        ))}
    </select>
  );
}

function Notices() {
  const t = useWords(SHELL);
  const zone = useZone();
  const navigate = useNavigate();
  const notices = useQuery({
    queryKey: ['notices', zone, 'unread'],
    queryFn: () => api.notices.listNotices({ zone, limit: 50 }),
    refetchInterval: 60_000,
  });
  const unread = notices.data?.items.filter(({ read_at }) => read_at === null).length ?? 0;
  return (
    <Badge count={unread} size="small" offset={[-6, 6]}>
      <Button
        type="text"
        aria-label={`${t.notices} ${unread}`}
        title={t.notices}
        icon={<BellOutlined />}
        onClick={() => void navigate({ to: `/z/${zone}/notices` })}
      />
    </Badge>
  );
}

function OwnMenu() {
  const t = useWords(SHELL);
  const label = useLabel();
  const zone = useZone();
  const navigate = useNavigate();
  const me = useMe().data;
  const { lang, theme, size } = usePreferences();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: me === undefined ? '' : `${me.name} · ${label(ROLE_LABELS[me.role])}`,
          },
          {
            key: 'account',
            label: t.account,
            onClick: () => void navigate({ to: '/account', search: { back: `/z/${zone}` } }),
          },
          { type: 'divider' },
          {
            key: 'theme',
            label: t.appearance,
            children: [
              { key: 'light', label: t.light, onClick: () => setPreferences({ theme: 'light' }) },
              { key: 'dark', label: t.dark, onClick: () => setPreferences({ theme: 'dark' }) },
              { key: 'system', label: t.system_, onClick: () => setPreferences({ theme: 'system' }) },
            ],
          },
          {
            key: 'large',
            label: t.large,
            onClick: () => setPreferences({ size: size === 'large' ? 'normal' : 'large' }),
          },
          {
            key: 'language',
            label: t.otherLanguage,
            onClick: () => setPreferences({ lang: lang === 'zh' ? 'en' : 'zh' }),
          },
          { type: 'divider' },
          { key: 'out', label: t.signOut, onClick: () => void signOut() },
        ],
        selectedKeys: [theme, ...(size === 'large' ? ['large'] : [])],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t.account} ${me?.name ?? ''}`}>
        <span className="mj-top-user">{me?.name}</span>
      </Button>
    </Dropdown>
  );
}
