// An address that leads nowhere.
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/States.tsx';
import { useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

export function NotFound() {
  const t = useWords(SHELL);
  return <Empty title={t.notFound} hint={t.notFoundHint} action={<Link to="/">{t.toWork}</Link>} />;
}
