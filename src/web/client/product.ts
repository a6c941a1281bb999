// What anybody may know of this installation: demonstration accounts, single sign-on, zones with published lists.
import { useQuery } from '@tanstack/react-query';
import { request } from './api.ts';
import type { Role } from '#core/roles.ts';

type Product = {
  readonly version: string;
  readonly demo: null | {
    readonly password: string;
    readonly accounts: readonly { readonly username: string; readonly name: string; readonly role: Role }[];
  };
  readonly single_sign_on: boolean;
  readonly zones: readonly { readonly zone: string; readonly name: string; readonly synthetic: boolean }[];
};

export function useProduct() {
  return useQuery({
    queryKey: ['product'],
    queryFn: async () => (await (await request('/product')).json()) as Product,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
