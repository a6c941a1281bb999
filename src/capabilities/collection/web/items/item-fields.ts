// An item as a form holds it, and back to what the server takes.
import type { Item, NewItem } from '#capabilities/collection/contract/items.ts';

type Rules = NewItem['rules'];

export type ItemFields = {
  readonly item_id?: string;
  readonly name: string;
  readonly definition: string;
  readonly kind: NewItem['kind'];
  readonly unit?: string;
  readonly choices?: string[];
  readonly office_id: string | undefined;
  readonly cadence: NewItem['cadence'];
  readonly sharing: NewItem['sharing'];
  readonly visible_to: NewItem['visible_to'];
  readonly synonyms: string[];
  readonly min?: number | null;
  readonly max?: number | null;
  readonly ratio?: number | null;
  readonly floor?: number | null;
  readonly method?: NonNullable<Rules['outlier']>['method'] | undefined;
  readonly threshold?: number | null;
  readonly at_most?: { readonly item: string; readonly times: number }[];
  readonly additive?: 'unit' | 'yes' | 'no';
  readonly position: number;
};

/** `place`: where a new item goes in the list. */
export function fieldsOf(saved: Item | undefined, place: number): ItemFields {
  if (saved === undefined)
    return {
      item_id: '',
      name: '',
      definition: '',
      kind: 'number',
      unit: '',
      choices: [],
      office_id: undefined,
      cadence: 'year',
      sharing: 'shared',
      visible_to: [],
      synonyms: [],
      additive: 'unit',
      position: place,
    };
  const { version: _, rules, additive, office_id, unit, ...rest } = saved;
  return {
    ...rest,
    office_id: office_id ?? undefined,
    unit: unit ?? '',
    min: rules.min ?? null,
    max: rules.max ?? null,
    ratio: rules.year_on_year?.ratio ?? null,
    floor: rules.year_on_year?.floor ?? null,
    method: rules.outlier?.method,
    threshold: rules.outlier?.threshold ?? null,
    at_most: (rules.at_most ?? []).map(({ item, times }) => ({ item, times })),
    additive: additive === null ? 'unit' : additive ? 'yes' : 'no',
  };
}

/** What a kind does not have is left out, whatever stood there before the kind was chosen. */
export function inputOf(fields: ItemFields, id: string): NewItem {
  const number = fields.kind === 'number';
  const unit = fields.unit?.trim() ?? '';
  const { additive = 'unit' } = fields;
  return {
    item_id: id,
    name: fields.name.trim(),
    definition: fields.definition.trim(),
    kind: fields.kind,
    unit: number && unit !== '' ? unit : null,
    choices: fields.kind === 'choice' ? (fields.choices ?? []) : [],
    office_id: fields.office_id ?? null,
    cadence: fields.cadence,
    sharing: fields.sharing,
    visible_to: fields.visible_to,
    synonyms: fields.synonyms,
    rules: number ? rulesOf(fields) : {},
    additive: !number || additive === 'unit' ? null : additive === 'yes',
    position: fields.position,
  };
}

function rulesOf({ min, max, ratio, floor, method, threshold, at_most = [] }: ItemFields): Rules {
  return {
    ...(isGiven(min) && { min }),
    ...(isGiven(max) && { max }),
    ...(isGiven(ratio) && { year_on_year: { ratio, floor: floor ?? 0 } }),
    ...(method !== undefined && isGiven(threshold) && { outlier: { method, threshold } }),
    ...(at_most.length > 0 && { at_most }),
  };
}

const isGiven = (value: number | null | undefined): value is number => value !== null && value !== undefined;
