// Wordings of the registry.
import type { Wording } from '#core/diagnostic.ts';

export const REGISTRY_MESSAGES = {
  park_exists: { zh: '园区代码“{code}”已存在', en: 'A park with the code “{code}” exists already' },
  zone_exists: { zh: '开发区“{zone}”已存在', en: 'The zone “{zone}” exists already' },
} satisfies Record<string, Wording>;
