// What the product says about itself to somebody who has not signed in.
import { z } from 'zod';
import { endpoint } from '#core/endpoint.ts';
import { Role } from '#core/roles.ts';

/** An account of the demonstration zone, whose password is no secret. */
const DemoAccount = z.strictObject({ username: z.string(), name: z.string(), role: Role });

/** Null unless this server made the demonstration zone; never where real work is done. */
export const DemoSignIn = z.strictObject({ password: z.string(), accounts: z.array(DemoAccount) });
export type DemoSignIn = z.infer<typeof DemoSignIn>;

/** Zones that have something to show: a published list, or made-up figures. */
export const OpenZone = z.strictObject({ zone: z.string(), name: z.string(), synthetic: z.boolean() });
export type OpenZone = z.infer<typeof OpenZone>;

export const Product = z.strictObject({
  version: z.string(),
  demo: DemoSignIn.nullable(),
  /** Whether people may sign in through the government's own provider. */
  single_sign_on: z.boolean(),
  zones: z.array(OpenZone),
});
export type Product = z.infer<typeof Product>;

export const productContract = {
  getProduct: endpoint
    .route({ method: 'GET', path: '/product', summary: '产品信息 · The product', tags: ['registry'] })
    .meta({ allow: 'public' })
    .output(Product),
};
