// What enterprises say about their figures: an officer answers disputes, an enterprise confirms or disputes its own.
import { useRole } from '#web/client/me.ts';
import { PageBody } from '#web/ui/PageBody.tsx';
import { OfficeConfirmations } from './OfficeConfirmations.tsx';
import { OwnFigures } from './OwnFigures.tsx';

export function ConfirmationsPage() {
  const own = useRole() === 'enterprise_user';
  return <PageBody full={!own}>{own ? <OwnFigures /> : <OfficeConfirmations />}</PageBody>;
}
