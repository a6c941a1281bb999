// Every endpoint of the product under one roof: the document and the typed client are made from it.
import { jobsContract } from '#capabilities/jobs/contract.ts';
import { registryContract } from '#capabilities/registry/contract/registry.ts';

export const contract = {
  jobs: jobsContract,
  registry: registryContract,
};
