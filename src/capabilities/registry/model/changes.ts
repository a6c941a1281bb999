// What a change of a record was, field by field: what the audit log keeps of records without a history of their own.

export type Changes = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

/** A value longer than this, such as a boundary of thousands of points, is told as changed without its content. */
const LONGEST = 500;

/** The version is no content. */
export function changesOf(before: object, after: object): Changes {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field === 'version' || textOf(from.get(field)) === textOf(to.get(field))) return [];
      return [[field, { from: brief(from.get(field)), to: brief(to.get(field)) }]];
    }),
  );
}

const textOf = (value: unknown): string => JSON.stringify(value ?? null);

function brief(value: unknown): unknown {
  const text = textOf(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : (value ?? null);
}
