// The frame of every working page: menu at the left, bar at the top, tabs of what is open, the page below.
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../client/me.ts';
import { problemOf } from '../client/problem.ts';
import { usePhone } from '../ui/use-phone.ts';
import { Failure, Loading } from '../ui/States.tsx';
import { useWords } from '../words/words.ts';
import { Menu } from './Menu.tsx';
import { PageTabs } from './PageTabs.tsx';
import { useCurrentPage } from './current-page.ts';
import { SHELL } from './shell-words.ts';
import './shell.css';
import { TopBar } from './TopBar.tsx';

export function Shell() {
  const t = useWords(SHELL);
  const phone = usePhone();
  const me = useMe();
  const current = useCurrentPage();
  const [open, setOpen] = useState(!phone);
  useEffect(() => setOpen(!phone), [phone]);
  useEffect(() => {
    document.title = current === undefined ? t.product : `${current.title} · ${t.product}`;
    // On a narrow screen the menu covers the page: having chosen, the reader wants to see it.
    if (phone) setOpen(false);
  }, [current, t, phone]);
  const refusal = me.isError ? problemOf(me.error).code : '';
  // Before anything else: a password that has to be changed, a second factor that has to be set up.
  if (refusal === 'password_change_required' || refusal === 'second_factor_required')
    return <OwnAccountFirst need={refusal} />;
  if (me.isError) return <Failure error={me.error} retry={() => void me.refetch()} />;
  if (me.data === undefined) return <Loading />;
  return (
    <div className="mj-shell" data-menu={open ? 'open' : 'closed'}>
      <a className="mj-skip" href="#content">
        {t.skip}
      </a>
      <TopBar menuOpen={open} onMenu={() => setOpen(!open)} />
      <Menu role={me.data.role} narrow={!open} onLeave={() => phone && setOpen(false)} />
      <div className="mj-main">
        <PageTabs />
        <main id="content" className="mj-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** Where the person was is read once: while the page is being fetched, the address is already the next one. */
function OwnAccountFirst({ need }: { readonly need: string }) {
  const navigate = useNavigate();
  const here = useRouterState({ select: ({ location }) => location.href });
  const [back] = useState(here);
  useEffect(() => {
    void navigate({ to: '/account', search: { back, need }, replace: true });
  }, [navigate, back, need]);
  return <Loading />;
}
