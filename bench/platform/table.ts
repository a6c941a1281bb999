// What was asked for beside what was measured, as the table of docs/platform-speed.md.

export type Measured = {
  readonly what: string;
  readonly bar: string;
  readonly measured: string;
  readonly met: boolean;
};

/** `bar` is like `≤ 5 s`: the figure is in its unit. */
export function measured(what: string, bar: string, figure: number): Measured {
  const [, most, unit] = /^≤ (\d+)(.*)$/.exec(bar) ?? [];
  if (most === undefined || unit === undefined) throw new Error(`not understood: ${bar}`);
  const shown = unit === ' s' ? figure.toFixed(1) : String(Math.round(figure));
  return { what, bar, measured: `${shown}${unit}`, met: figure <= Number(most) };
}

export function renderTable(rows: readonly Measured[]): string {
  const lines = rows.map(
    ({ what, bar, measured: figure, met }) =>
      `| ${what} | ${bar} | ${figure} | ${met ? 'met' : '**not met**'} |`,
  );
  return ['| what | asked for | measured | |', '|---|---|---|---|', ...lines].join('\n');
}
