// Every endpoint of the product under one roof: the document and the typed client are made from it.
import { auditContract } from '#capabilities/audit/contract.ts';
import { collectionContract } from '#capabilities/collection/contract/collection.ts';
import { identityContract } from '#capabilities/identity/contract.ts';
import { jobsContract } from '#capabilities/jobs/contract.ts';
import { noticesContract } from '#capabilities/notices/contract.ts';
import { evaluationContract } from '#features/evaluation/contract/evaluation.ts';
import { productContract } from '#capabilities/registry/contract/product.ts';
import { registryContract } from '#capabilities/registry/contract/registry.ts';

export const contract = {
  audit: auditContract,
  collection: collectionContract,
  evaluation: evaluationContract,
  identity: identityContract,
  jobs: jobsContract,
  notices: noticesContract,
  product: productContract,
  registry: registryContract,
};
