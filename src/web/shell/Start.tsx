// The first address: one zone is entered at once, of several one is chosen.
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { useMyZones } from '../client/me.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Empty } from '../ui/States.tsx';
import { useLabel, useWords } from '../words/words.ts';
import { SHELL } from './shell-words.ts';

export function Start() {
  const t = useWords(SHELL);
  const label = useLabel();
  const navigate = useNavigate();
  const query = useMyZones();
  const zones = query.data?.zones;
  const only = zones?.length === 1 ? zones[0] : undefined;
  useEffect(() => {
    if (only !== undefined) void navigate({ to: `/z/${only.zone}`, replace: true });
  }, [only, navigate]);
  return (
    <main className="mj-page" style={{ maxWidth: 720, margin: '0 auto' }}>
      <PageHead answer={t.chooseZone} />
      <Loaded query={query}>
        {(data) =>
          data.zones.length === 0 ? (
            <Empty title={t.noZone} hint={t.noZoneHint} />
          ) : (
            <ul style={{ listStyle: 'none', display: 'grid', gap: 12 }}>
              {data.zones.map(({ zone, name, role }) => (
                <li key={zone} className="mj-card">
                  <Link to={`/z/${zone}`}>
                    <strong>{name}</strong>
                  </Link>
                  <div className="meta">{label(ROLE_LABELS[role])}</div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </main>
  );
}
