// One figure that counts, with its unit, and what it is to be compared with. Several stand in `KeyFigures`.
import type { ReactNode } from 'react';

type Props = {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly note?: ReactNode;
};

export function KeyFigure({ label, value, unit = '', note }: Props) {
  return (
    <div className="mj-figure">
      <div className="mj-figure-label">{label}</div>
      <div className="mj-figure-value">
        {value}
        {unit !== '' && <span className="mj-figure-unit">{unit}</span>}
      </div>
      {note !== undefined && <div className="mj-figure-note">{note}</div>}
    </div>
  );
}

export function KeyFigures({ children }: { readonly children: ReactNode }) {
  return <div className="mj-figures">{children}</div>;
}
