// Which areas of the studio are shown: as the address says, else as the screen has room.
import { useFilters } from '#web/client/place.ts';
import { watching } from '#web/ui/use-media.ts';
import { type Area, AREAS } from './area-shares.ts';

/** Where three areas have room to be read; with less, two are shown until somebody asks for the third. */
const useRoomForAll = watching('(min-width: 1680px)');

type ShownAreas = {
  readonly offered: readonly Area[];
  readonly shown: readonly Area[];
  readonly choose: (areas: readonly Area[]) => void;
  readonly toggle: (area: Area) => void;
};

export function useShownAreas(canTry: boolean, phone: boolean): ShownAreas {
  const hasRoom = useRoomForAll();
  const { filters, set } = useFilters();
  const offered: readonly Area[] = canTry ? AREAS : ['form', 'text'];
  const usual: readonly Area[] = phone ? ['form'] : canTry && !hasRoom ? ['form', 'effect'] : offered;
  const asked = (filters['areas'] ?? '')
    .split(',')
    .filter((area): area is Area => offered.includes(area as Area));
  const chosen = asked.length === 0 ? usual : offered.filter((area) => asked.includes(area));
  const shown = phone ? chosen.slice(0, 1) : chosen;
  const choose = (areas: readonly Area[]): void => {
    const next = offered.filter((area) => areas.includes(area));
    if (next.length > 0) set({ areas: next.join(',') === usual.join(',') ? undefined : next.join(',') });
  };
  const toggle = (area: Area): void =>
    choose(shown.includes(area) ? shown.filter((one) => one !== area) : [...shown, area]);
  return { offered, shown, choose, toggle };
}
