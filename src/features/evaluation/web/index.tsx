// The pages of this slice.
import type { Page } from '#web/client/page.ts';
import { correctionPages } from './corrections/pages.ts';
import { enterprisePages } from './enterprise/pages.ts';
import { landPages } from './land/pages.ts';
import { publicPages } from './public/pages.ts';
import { resultPages } from './results/pages.ts';
import { appealPages } from './appeals/pages.ts';
import { cockpitPages } from './cockpit/pages.ts';
import { studioPages } from './studio/pages.ts';
import { workPages } from './work/pages.ts';

export const evaluationPages: readonly Page[] = [
  ...workPages,
  ...cockpitPages,
  ...enterprisePages,
  ...resultPages,
  ...landPages,
  ...appealPages,
  ...publicPages,
  ...correctionPages,
  ...studioPages,
];
