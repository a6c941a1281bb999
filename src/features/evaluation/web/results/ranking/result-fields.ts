// The conditions a reader can choose, made from what the run holds: nothing is offered that finds nobody.
import type { Lang } from '#web/client/preferences.ts';
import type { QueryField } from '#web/ui/QueryBar.tsx';
import type { Spoken } from '#web/words/words.ts';
import { countBy } from '#features/evaluation/web/shared/category.ts';
import { seesEverybody } from '#features/evaluation/web/shared/class-order.ts';
import type { RunFields } from '#features/evaluation/web/shared/run-queries.ts';
import type { RunTable } from '#features/evaluation/web/shared/run-table.ts';
import { industryName } from '../industry-name.ts';
import type { RESULTS } from '../results-words.ts';
import { NONE } from './filter-rows.ts';

type Given = {
  readonly table: RunTable;
  readonly fields: RunFields;
  readonly parks: ReadonlyMap<string, string>;
  readonly lang: Lang;
  readonly t: Spoken<typeof RESULTS>;
};

type Option = QueryField['options'][number];

export function resultFields({ table, fields, parks, lang, t }: Given): QueryField[] {
  const options = (
    column: RunTable['finalClass'],
    nameOf: (label: string) => string,
    short: (label: string) => string = (label) => label,
  ): Option[] => {
    const counts = new Map<string, number>();
    for (const [label, n] of countBy(column)) counts.set(short(label), (counts.get(short(label)) ?? 0) + n);
    return [...counts].map(([label, n]) => ({
      value: label === '' ? NONE : label,
      label: `${label === '' ? t.none : nameOf(label)} (${n})`,
    }));
  };
  const byName = (all: Option[]): Option[] =>
    all.sort((a, b) =>
      a.value === NONE ? 1 : b.value === NONE ? -1 : a.label.localeCompare(b.label, 'zh-Hans-CN'),
    );
  const hasLast = table.lastClass.labels.length > 0;
  const classes = countBy(table.finalClass);
  const last = countBy(table.lastClass);
  const classOptions = (counts: ReadonlyMap<string, number>): Option[] =>
    fields.classes
      .filter((one) => counts.has(one.class))
      .map((one) => ({
        value: one.class,
        label: `${one.class} ${one[lang]} (${counts.get(one.class) ?? 0})`,
      }));
  const all: QueryField[] = [
    { name: 'class', label: t.class, width: 130, options: classOptions(classes) },
    {
      name: 'park',
      label: t.park,
      width: 150,
      options: byName(options(table.parkIds, (id) => parks.get(id) ?? id)),
    },
    {
      name: 'industry',
      label: t.industry,
      width: 150,
      options: byName(
        options(
          table.industries,
          (code) => industryName(code, lang) ?? code,
          (code) => code.slice(0, 2),
        ),
      ),
    },
    {
      name: 'scale',
      label: t.scale,
      width: 110,
      options: options(table.scales, (scale) => (scale === 'above_scale' ? t.above_scale : t.below_scale)),
    },
    ...(hasLast
      ? [
          {
            name: 'moved',
            label: t.moved,
            width: 120,
            options: (['up', 'down', 'same', 'new'] as const).map((value) => ({ value, label: t[value] })),
          },
          {
            name: 'last_class',
            label: t.lastClass,
            width: 150,
            options: [...classOptions(last), ...(last.has('') ? [{ value: NONE, label: t.new }] : [])],
          },
        ]
      : []),
    { name: 'edge', label: t.edge, width: 190, options: [{ value: '1', label: t.onEdge }] },
  ];
  // A single choice is none; whether somebody is on the edge is one, where borders are known.
  return all.filter(({ name, options: { length } }) => (name === 'edge' ? seesEverybody(table) : length > 1));
}
