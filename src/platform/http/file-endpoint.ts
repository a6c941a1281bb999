// Endpoints whose body or answer is a file: described in a contract like all others, served outside the typed router.
import type { Access } from '#core/endpoint.ts';
import type { Caller } from '../ctx.ts';

export type FileRequest = {
  readonly caller: Caller;
  /** Path parameters, `zone` included. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The body as it arrives; never read as a whole before it was checked. */
  readonly body: ReadableStream<Uint8Array> | null;
};

export type FileEndpoint = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** As in the contract: `/zones/{zone}/imports`. */
  readonly path: string;
  readonly access: Access;
  readonly handle: (request: FileRequest) => Promise<Response>;
};

type ContractEndpoint = {
  readonly '~orpc': {
    readonly meta: Access;
    readonly route: { readonly method?: string; readonly path?: string };
  };
};

/** Takes method, path and access from the contract, so that neither can differ from what is documented. */
export function fileEndpoint(endpoint: ContractEndpoint, handle: FileEndpoint['handle']): FileEndpoint {
  const { meta, route } = endpoint['~orpc'];
  const method = route.method === 'POST' || route.method === 'PUT' ? route.method : 'GET';
  return { method, path: route.path ?? '', access: meta, handle };
}
