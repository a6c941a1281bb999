// Data as an indented outline, its keys in the reader's words: for reading, not for writing.
export function outline(value: unknown, wordOf: (key: string) => string, indent = ''): string {
  if (typeof value !== 'object' || value === null) return `${indent}${String(value)}`;
  const deeper = `${indent}  `;
  const entries = Object.entries(value).map(([key, inner]): string => {
    const name = Array.isArray(value) ? `${Number(key) + 1}.` : `${wordOf(key)}:`;
    return isFlat(inner)
      ? `${indent}${name} ${flat(inner)}`
      : `${indent}${name}\n${outline(inner, wordOf, deeper)}`;
  });
  return entries.join('\n');
}

/** A list of numbers and words stays on one line. */
const isFlat = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Array.isArray(value) && value.every((one) => typeof one !== 'object'));

const flat = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : String(value);
