// Words of the map of classes.
import { words } from '#web/words/words.ts';

export const CLASS_MAP = words({
  class: (letter: string) => [`${letter} 类`, `Class ${letter}`],
  vacant: ['未参评或空置', 'Not evaluated, or vacant'],
  parcel: (code: string, area: string) => [`${code}，${area} 亩`, `${code}, ${area} mu`],
});
