// The door: name and password, then the second factor where there is one; demonstration accounts by one click.
import { Button, Input } from 'antd';
import { type SyntheticEvent, useState } from 'react';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { useFilters } from '../client/place.ts';
import { preferences, setPreferences } from '../client/preferences.ts';
import { problemOf } from '../client/problem.ts';
import { useProduct } from '../client/product.ts';
import { giveSecondFactor, signIn, singleSignOnAddress } from '../client/session.ts';
import { Note } from '../ui/Note.tsx';
import { useLabel, useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';
import './sign-in.css';
import { BusyButton } from '../ui/BusyButton.tsx';

/** Back to where the person was, and never to another site. */
const backTo = (address: string | undefined): string =>
  address !== undefined && /^\/(?![/\\])/.test(address) ? address : '/';

export function SignIn() {
  const t = useWords(SHELL);
  const label = useLabel();
  const { filters } = useFilters();
  const product = useProduct().data;
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const attempt = async (work: () => Promise<boolean>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      if (await work()) setCode('');
      else location.assign(backTo(filters['back']));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const enter = (name: string, secret: string): void => void attempt(() => signIn(name, secret));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (code === undefined) enter(username, password);
    else
      void attempt(async () => {
        await giveSecondFactor(code);
        return false;
      });
  };

  return (
    <main className="mj-door">
      <div className="mj-door-panel">
        <header>
          <img src="/mark.svg" alt="" width={40} height={40} />
          <div>
            <h1>{t.productLong}</h1>
            <p className="meta">{t.signInLead}</p>
          </div>
        </header>
        <form onSubmit={submit}>
          {code === undefined ? (
            <>
              <label>
                {t.username}
                <Input
                  size="large"
                  autoFocus
                  autoComplete="username"
                  value={username}
                  onChange={({ target }) => setUsername(target.value)}
                />
              </label>
              <label>
                {t.password}
                <Input.Password
                  size="large"
                  autoComplete="current-password"
                  value={password}
                  onChange={({ target }) => setPassword(target.value)}
                />
              </label>
            </>
          ) : (
            <label>
              {t.code}
              <Input
                size="large"
                autoFocus
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
              <span className="meta">{t.codeHint}</span>
            </label>
          )}
          {error !== undefined && <Note tone="bad">{problemOf(error).message}</Note>}
          <BusyButton type="primary" size="large" htmlType="submit" block busy={busy}>
            {t.signIn}
          </BusyButton>
          {product?.single_sign_on === true && (
            <Button
              size="large"
              block
              onClick={() => void singleSignOnAddress().then((url) => location.assign(url))}
            >
              {t.governmentSignIn}
            </Button>
          )}
        </form>
        {product?.demo && (
          <section className="mj-door-demo">
            <h2>{t.demoTitle}</h2>
            <div className="mj-door-accounts">
              {product.demo.accounts.map((account) => (
                <button
                  key={account.username}
                  type="button"
                  disabled={busy}
                  onClick={() => enter(account.username, product.demo?.password ?? '')}
                >
                  <strong>{label(ROLE_LABELS[account.role])}</strong>
                  <span className="meta">{account.name}</span>
                </button>
              ))}
            </div>
            <p className="meta">{t.demoHint}</p>
          </section>
        )}
        <footer className="meta">
          {product?.zones.map(({ zone, name }) => (
            <a key={zone} href={`/public/${zone}`}>
              {t.publicLists} · {name}
            </a>
          ))}
          <button
            type="button"
            className="mj-link"
            onClick={() => setPreferences({ lang: preferences().lang === 'zh' ? 'en' : 'zh' })}
          >
            {t.otherLanguage}
          </button>
        </footer>
      </div>
    </main>
  );
}
