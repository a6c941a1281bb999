// Signing in and out. The cookie is the server's; here is only what the pages do around it.
import { post, request } from './api.ts';
import { forgetPages, forgetTyped } from './left-behind.ts';

type SignedIn = { readonly twoFactorRedirect?: boolean };

/** True when a second factor is still to be given. */
export async function signIn(username: string, password: string): Promise<boolean> {
  const answer = await post<SignedIn>('/auth/sign-in/username', { username, password });
  return answer.twoFactorRedirect === true;
}

export async function giveSecondFactor(code: string): Promise<void> {
  await post('/auth/two-factor/verify-totp', { code });
}

/** The address of the government's provider, which sends the browser back to `/`. */
export async function singleSignOnAddress(): Promise<string> {
  const { url } = await post<{ url: string }>('/auth/sign-in/social', { provider: 'gov', callbackURL: '/' });
  return url;
}

export async function signOut(): Promise<void> {
  await request('/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  forgetPages(sessionStorage);
  forgetTyped(localStorage);
  location.assign('/sign-in');
}

/** The session has ended: back to the door, and from there to where the person was. */
export function signOutHere(): void {
  if (location.pathname === '/sign-in') return;
  // Whoever signs in next may be somebody else.
  forgetPages(sessionStorage);
  location.assign(`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`);
}
