// A few years as a line the height of a text: where it came from, beside where it is.
type Props = {
  readonly values: readonly (number | null)[];
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
};

export function Sparkline({ values, label, width = 72, height = 20 }: Props) {
  const there = values.filter((value): value is number => value !== null);
  if (there.length < 2) return null;
  const low = Math.min(...there);
  // A flat line lies in the middle of nothing: any range will do.
  const range = Math.max(Number.MIN_VALUE, Math.max(...there) - low);
  const x = (i: number): number => 2 + (i / (values.length - 1)) * (width - 4);
  const y = (value: number): number => height - 3 - ((value - low) / range) * (height - 6);
  const points = values.flatMap((value, i) => (value === null ? [] : [[x(i), y(value)] as const]));
  const last = points.at(-1);
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={{ verticalAlign: 'middle' }}>
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke="var(--secondary)"
        strokeWidth="1.5"
      />
      {last !== undefined && <circle cx={last[0]} cy={last[1]} r="2.5" fill="var(--accent)" />}
    </svg>
  );
}
