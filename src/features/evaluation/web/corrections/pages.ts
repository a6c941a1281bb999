// Corrections of published lists: what waits for a second signature, and what each changes.
import type { Page } from '#web/client/page.ts';

const ROLES = ['leader', 'evaluation_officer'] as const;

export const correctionPages: readonly Page[] = [
  {
    path: '/corrections',
    title: ['公布后更正', 'Corrections'],
    roles: ROLES,
    menu: { group: 'public', order: 3 },
    guide: 'officer',
    load: async () => (await import('./CorrectionsPage.tsx')).CorrectionsPage,
  },
  {
    path: '/corrections/$correction_id',
    title: ['更正复签', 'A correction'],
    roles: ROLES,
    guide: 'officer',
    load: async () => (await import('./CorrectionPage.tsx')).CorrectionPage,
  },
];
