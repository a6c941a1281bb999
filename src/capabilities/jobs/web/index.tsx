// The pages of this slice.
import type { Page } from '#web/client/page.ts';

export const jobsPages: readonly Page[] = [];
