// Numbers that were moved, as edits of the scheme's text: what was tried out becomes the next version.
import { percentage } from '../scheme/compile/checker.ts';
import type { Edit } from '../scheme/edit.ts';
import type { Plan } from '../scheme/plan.ts';
import { type Dial, dialsOf, type Settings, valueAt } from './dials.ts';

/** Only what differs from the scheme as stated. */
export function dialEdits(plan: Plan, settings: Settings): Edit[] {
  return dialsOf(plan).flatMap((dial) => {
    const value = settings[dial.id];
    return value === undefined || value === dial.value ? [] : editsOf(plan, dial, value);
  });
}

function editsOf({ scheme }: Plan, { kind, name, path }: Dial, value: number): Edit[] {
  const stated = valueAt(scheme, path);
  const isShare = typeof stated === 'string' && percentage(stated) !== undefined;
  const written = isShare ? percentText(value) : value;
  if (kind === 'times') {
    // `ratio: mean` has no place for a multiple: it is written out.
    const base = valueAt(scheme, path.slice(0, -1));
    if (typeof base === 'string') return [{ path: path.slice(0, -1), value: { of: base, times: value } }];
  }
  if (kind !== 'weight' || path[0] !== 'tree') return [{ path, value: written }];
  // Beside a tree the indicator may repeat its weight, which must not contradict it.
  const own = scheme.indicators[name]?.weight;
  const repeated: Edit[] =
    own === undefined ? [] : [{ path: ['indicators', name, 'weight'], value: written }];
  return [{ path, value: written }, ...repeated];
}

/** 0.35 as `35%`, without the digits that binary fractions add. */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
