// "Did you mean": the known names closest to a misspelt one.

const LONGEST_COMPARED = 64;
const OFFERED = 3;

/** Up to three known names by edit distance, near ones only if there are any; '—' when nothing is known. */
export function suggest(wrong: string, known: Iterable<string>): string {
  if (wrong.length > LONGEST_COMPARED) return '—';
  const ranked = [...known]
    .filter((name) => name.length <= LONGEST_COMPARED)
    .map((name) => ({ name, distance: editDistance(wrong.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const near = ranked.filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)));
  const offered = (near.length > 0 ? near : ranked).slice(0, OFFERED);
  return offered.length === 0 ? '—' : offered.map(({ name }) => name).join(', ');
}

// Levenshtein's distance with adjacent letters swapped counted once (optimal string alignment).
function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row.push(least);
    }
    twoBack = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
