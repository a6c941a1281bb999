// The catalogue of figures a zone collects: what each is, who supplies it, who may see it, what is plausible.
import { z } from 'zod';
import { endpoint, InZone } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { Role } from '#core/roles.ts';

export const ItemId = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

/** What is plausible. What breaks a rule is a finding that somebody looks at; only `min` and `max` stop an import. */
export const ItemRules = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  /** More than `ratio` times last year's figure, or less than its inverse; figures below `floor` are too small to tell. */
  year_on_year: z.strictObject({ ratio: z.number().gt(1), floor: z.number().min(0).default(0) }).optional(),
  /** Far from what the others have. */
  outlier: z
    .strictObject({
      method: z.enum(['z', 'modified_z', 'mad', 'iqr']),
      threshold: z.number().positive(),
    })
    .optional(),
  /** At most so many times another item, as 税收 ≤ 1 × 营业收入. */
  at_most: z
    .array(z.strictObject({ item: ItemId, times: z.number().positive().default(1) }))
    .max(5)
    .optional(),
});
export type ItemRules = z.infer<typeof ItemRules>;

export const Item = z.strictObject({
  item_id: ItemId,
  name: z.string().trim().min(1).max(100),
  definition: z.string().max(2000),
  kind: z.enum(['number', 'text', 'yes_no', 'choice']),
  unit: z.string().max(20).nullable(),
  choices: z.array(z.string().min(1).max(50)).max(200),
  /** Source office; without one the enterprise declares the item itself. */
  office_id: Uuid.nullable(),
  cadence: z.enum(['year', 'half', 'quarter', 'month']),
  /** As the data sharing rules class it: shared, on conditions, not shared. */
  sharing: z.enum(['shared', 'conditional', 'not_shared']),
  /** Roles that see the figures; none named means all. The source office and the enterprise itself always do. */
  visible_to: z.array(Role),
  /** Headers that also mean this item. */
  synonyms: z.array(z.string().min(1).max(100)).max(30),
  rules: ItemRules,
  /** Whether a tenant's figure is added to its landlord's when the two are evaluated as one; null leaves it to the unit. */
  additive: z.boolean().nullable(),
  position: z.number().int(),
  version: z.number().int(),
});
export type Item = z.infer<typeof Item>;

export const NewItem = z.strictObject({
  ...Item.omit({ version: true }).shape,
  definition: Item.shape.definition.default(''),
  unit: Item.shape.unit.default(null),
  choices: Item.shape.choices.default([]),
  office_id: Item.shape.office_id.default(null),
  cadence: Item.shape.cadence.default('year'),
  sharing: Item.shape.sharing.default('shared'),
  visible_to: Item.shape.visible_to.default([]),
  synonyms: Item.shape.synonyms.default([]),
  rules: ItemRules.default({}),
  additive: Item.shape.additive.default(null),
  position: Item.shape.position.default(0),
});
export type NewItem = z.infer<typeof NewItem>;

const route = endpoint.$route({ tags: ['collection'] });
const path = '/zones/{zone}/items' as const;

export const itemsContract = {
  listItems: route
    .route({ method: 'GET', path, summary: '数据项目录 · Catalogue of items' })
    .meta({ allow: 'signed_in', token: 'figures:write' })
    .input(InZone)
    .output(z.strictObject({ items: z.array(Item) })),
  createItem: route
    .route({ method: 'POST', path, summary: '新增数据项 · Add an item', successStatus: 201 })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewItem.shape))
    .output(Item),
  updateItem: route
    .route({ method: 'PUT', path: `${path}/{item_id}`, summary: '修改数据项 · Change an item' })
    .meta({ allow: ['evaluation_officer'] })
    .input(InZone.extend(NewItem.shape).extend({ version: z.number().int() }))
    .output(Item),
};
