// One version of a scheme: form, text and effect side by side. What is changed in one shows in the others at once.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Answer } from '#web/client/api.ts';
import { useRole } from '#web/client/me.ts';
import { usePart, useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { PageBody } from '#web/ui/PageBody.tsx';
import { usePhone } from '#web/ui/use-phone.ts';
import { StudioAreas } from './StudioAreas.tsx';
import { StudioHead } from './StudioHead.tsx';
import { useStudio } from './model/use-studio.ts';
import { VersionsDrawer } from './versions/VersionsDrawer.tsx';
import './studio.css';

export type SavedScheme = Answer<typeof api.evaluation.getScheme>;

export function StudioPage() {
  const zone = useZone();
  // A phone scrolls the page as a whole.
  const phone = usePhone();
  const scheme_id = usePart('scheme_id');
  const version = Number(usePart('version'));
  const query = useQuery({
    queryKey: ['scheme', zone, scheme_id, version],
    queryFn: () => api.evaluation.getScheme({ zone, scheme_id, version }),
  });
  return (
    <PageBody full={!phone}>
      <Loaded query={query} rows={12}>
        {(saved) => <Studio key={`${scheme_id} ${version}`} saved={saved} />}
      </Loaded>
    </PageBody>
  );
}

function Studio({ saved }: { readonly saved: SavedScheme }) {
  const zone = useZone();
  const role = useRole();
  const studio = useStudio({ zone, scheme: saved.scheme_id, version: String(saved.version) }, saved.text);
  const [isComparing, setComparing] = useState(false);
  const onCompare = (): void => setComparing(true);
  const readOnly = role !== 'evaluation_officer';
  return (
    <>
      <StudioHead saved={saved} studio={studio} readOnly={readOnly} onCompare={onCompare} />
      <StudioAreas saved={saved} studio={studio} readOnly={readOnly} onCompare={onCompare} />
      <VersionsDrawer
        open={isComparing}
        onClose={() => setComparing(false)}
        saved={saved}
        draft={studio.isChanged ? studio.text : undefined}
      />
    </>
  );
}
