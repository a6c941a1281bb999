// Where a notice leads: the router takes a path and what stands after its question mark apart.

export type LinkTarget = { readonly to: string; readonly search: Readonly<Record<string, string>> };

export function linkTarget(link: string): LinkTarget {
  const [to = '', ...search] = link.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(search.join('?'))) };
}
