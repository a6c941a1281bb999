// The first line of a page: what it answers, in words with the number, and what can be done here.
import type { ReactNode } from 'react';

type Props = {
  /** Small, above: which zone, year, list this is about. */
  readonly kicker?: ReactNode;
  readonly answer: ReactNode;
  /** Small, below: the state it is in, who and when. */
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
};

export function PageHead({ kicker, answer, below, actions }: Props) {
  return (
    <header className="mj-head">
      <div>
        {kicker !== undefined && <div className="mj-head-kicker">{kicker}</div>}
        <h1 className="mj-answer">{answer}</h1>
        {below !== undefined && <div className="mj-head-below">{below}</div>}
      </div>
      {actions !== undefined && <div className="mj-head-actions no-print">{actions}</div>}
    </header>
  );
}
