// Everything the collection of figures offers.
import { campaignsContract } from './campaigns.ts';
import { confirmationsContract } from './confirmations.ts';
import { figureGridContract } from './figure-grid.ts';
import { figuresContract } from './figures.ts';
import { findingsContract } from './findings.ts';
import { importsContract } from './imports.ts';
import { itemsContract } from './items.ts';

export const collectionContract = {
  ...itemsContract,
  ...campaignsContract,
  ...importsContract,
  ...figuresContract,
  ...figureGridContract,
  ...findingsContract,
  ...confirmationsContract,
};
