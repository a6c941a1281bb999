// What the product tells anybody about itself: how to sign in, and which zones have something to show.
import { implement } from '@orpc/server';
import { productContract } from '#capabilities/registry/contract/product.ts';
import type { OpenZone, Product } from '#capabilities/registry/contract/product.ts';
import { listOpenZones } from '#capabilities/registry/service/zones.ts';
import { zonesWithPublications } from '#features/evaluation/service/publications.ts';
import type { Database } from '#platform/db/database.ts';
import { asAppError } from '#platform/db/zone-transaction.ts';
import type { RequestContext } from '#platform/http/request-context.ts';

/** What is known when the server starts. */
export type ProductFacts = Omit<Product, 'zones'>;

export type ProductContext = RequestContext & { readonly product: ProductFacts };

export const productRoutes = implement(productContract)
  .$context<ProductContext>()
  .router({
    getProduct: implement(productContract)
      .$context<ProductContext>()
      .getProduct.handler(async ({ context: { product, services } }) => ({
        ...product,
        zones: await openZones(services.database),
      })),
  });

/** Of no zone, so it asks as the owner of the database, and only for what is public anyway. */
async function openZones(database: Database): Promise<OpenZone[]> {
  try {
    return await listOpenZones(database, await zonesWithPublications(database));
  } catch (error) {
    throw asAppError(error);
  }
}
