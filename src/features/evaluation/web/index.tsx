// The pages of this slice.
import type { Page } from '#web/client/page.ts';
import { workPages } from './work/pages.ts';

export const evaluationPages: readonly Page[] = [...workPages];
