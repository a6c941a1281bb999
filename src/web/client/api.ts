// The typed client: one function per endpoint of the contracts, and plain requests for files.
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract as routes } from 'virtual:contract';
import type { contract } from '#server/contract.ts';
import { preferences } from './preferences.ts';
import { problemOf, problemOfResponse } from './problem.ts';
import { saveBlob } from './save-blob.ts';

type Api = JsonifiedClient<ContractRouterClient<typeof contract>>;

const acceptLanguage = (): string => (preferences().lang === 'zh' ? 'zh-CN' : 'en');

const link = new OpenAPILink(routes, {
  url: `${location.origin}/api`,
  headers: () => ({ 'accept-language': acceptLanguage() }),
  // What the server refuses is a problem in words before the link would make an error of its own of it.
  fetch: async (asked, init) => {
    const response = await fetch(asked, init).catch((error: unknown) => {
      throw problemOf(error);
    });
    if (!response.ok) throw await problemOfResponse(response);
    return response;
  },
});

export const api: Api = createORPCClient(link);

/** What an endpoint answers: `Answer<typeof api.evaluation.getRun>`. */
export type Answer<Call extends (...values: never[]) => Promise<unknown>> = Awaited<ReturnType<Call>>;

/** A request outside the typed client: files, sign-in. Throws a `Problem` unless it went well. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', acceptLanguage());
  const response = await fetch(`/api${path}`, { ...init, headers }).catch((error: unknown) => {
    throw problemOf(error);
  });
  if (!response.ok) throw await problemOfResponse(response);
  return response;
}

export async function post<Result>(path: string, body: unknown): Promise<Result> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Result;
}

/** For a file that may be refused in words, and that fits into memory: throws a `Problem` instead of saving that. */
export async function saveFile(path: string): Promise<void> {
  const response = await request(path);
  const [, name] =
    /filename(?:\*=UTF-8''|=")([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  saveBlob(await response.blob(), decodeURIComponent(name ?? ''));
}

/** Opens the browser's own dialogue for a file that the server streams. */
export function download(path: string): void {
  const anchor = document.createElement('a');
  anchor.href = `/api${path}`;
  anchor.download = '';
  anchor.click();
}
