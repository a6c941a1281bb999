// The pages of this slice, and what pages of other slices put beside an enterprise.
import { lazy } from 'react';
import { type Page, WORKING } from '#web/client/page.ts';

export const ChangeEnterprise = lazy(async () => ({
  default: (await import('./enterprises/ChangeEnterprise.tsx')).ChangeEnterprise,
}));

export const MergesOf = lazy(async () => ({
  default: (await import('./duplicates/MergesOf.tsx')).MergesOf,
}));

export const registryPages: readonly Page[] = [
  {
    path: '/enterprises',
    title: ['企业名单', 'Enterprises'],
    roles: WORKING,
    menu: { group: 'enterprises', order: 10 },
    guide: 'enterprise',
    load: async () => (await import('./enterprises/EnterprisesPage.tsx')).EnterprisesPage,
  },
  {
    path: '/places',
    title: ['园区与部门', 'Parks and offices'],
    roles: ['evaluation_officer', 'system_admin'],
    menu: { group: 'basics', order: 2 },
    guide: 'registers',
    load: async () => (await import('./places/PlacesPage.tsx')).PlacesPage,
  },
  {
    path: '/parcels',
    title: ['宗地', 'Parcels'],
    roles: ['leader', 'evaluation_officer', 'data_officer', 'park_manager', 'enterprise_user'],
    menu: { group: 'basics', order: 3 },
    guide: 'registers',
    load: async () => (await import('./parcels/ParcelsPage.tsx')).ParcelsPage,
  },
  {
    path: '/duplicates',
    title: ['疑似重复企业', 'Possible duplicates'],
    roles: ['evaluation_officer'],
    menu: { group: 'basics', order: 4 },
    guide: 'registers',
    load: async () => (await import('./duplicates/DuplicatesPage.tsx')).DuplicatesPage,
  },
];
