// Links side by side that may be wider than the screen: where more of them is, the edge fades and has a button, and the current
// one is brought into view.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import './tab-strip.css';

type Props = { readonly label: string; readonly current: string; readonly children: ReactNode };

/** Half a letter hidden is nothing hidden. */
const SLACK = 4;

export function TabStrip({ label, current, children }: Props) {
  const strip = useRef<HTMLElement>(null);
  const [more, setMore] = useState({ before: false, after: false });
  useEffect(() => {
    const nav = strip.current;
    if (nav === null) return undefined;
    const measure = (): void => {
      const before = nav.scrollLeft > SLACK;
      const after = nav.scrollLeft + nav.clientWidth < nav.scrollWidth - SLACK;
      setMore((old) => (old.before === before && old.after === after ? old : { before, after }));
    };
    const watch = new ResizeObserver(measure);
    for (const one of [nav, ...nav.children]) watch.observe(one);
    nav.addEventListener('scroll', measure, { passive: true });
    return () => {
      watch.disconnect();
      nav.removeEventListener('scroll', measure);
    };
  }, [label]);
  useEffect(() => {
    const nav = strip.current;
    const link = nav?.querySelector<HTMLElement>('[aria-current="page"]');
    // Sideways only: the page itself stays where it is.
    if (nav && link) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
  }, [current, label]);
  const turn = (way: 1 | -1): void => {
    const nav = strip.current;
    nav?.scrollBy({ left: way * nav.clientWidth * 0.7, behavior: 'smooth' });
  };
  return (
    <div className="mj-strip no-print" data-before={more.before} data-after={more.after}>
      <nav ref={strip} className="mj-strip-tabs" aria-label={label}>
        {children}
      </nav>
      {/* For fingers and mice; the keyboard and screen readers go from link to link. */}
      {more.before && (
        <button type="button" className="mj-strip-turn" tabIndex={-1} aria-hidden onClick={() => turn(-1)}>
          <LeftOutlined />
        </button>
      )}
      {more.after && (
        <button type="button" className="mj-strip-turn" tabIndex={-1} aria-hidden onClick={() => turn(1)}>
          <RightOutlined />
        </button>
      )}
    </div>
  );
}
