// The module that the bundler makes from the contracts: methods and paths without shapes.
declare module 'virtual:contract' {
  import type { AnyContractRouter } from '@orpc/contract';

  export const contract: AnyContractRouter;
}
