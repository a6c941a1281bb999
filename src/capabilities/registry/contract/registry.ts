// Everything the registry offers.
import { duplicatesContract } from './duplicates.ts';
import { enterprisesContract } from './enterprises.ts';
import { landContract } from './land.ts';
import { mapContract } from './map.ts';
import { mergesContract } from './merges.ts';
import { placesContract } from './places.ts';
import { searchContract } from './search.ts';

export const registryContract = {
  ...placesContract,
  ...enterprisesContract,
  ...duplicatesContract,
  ...landContract,
  ...mergesContract,
  ...searchContract,
  ...mapContract,
};
