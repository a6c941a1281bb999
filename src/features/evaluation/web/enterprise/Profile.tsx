// What the registry knows of an enterprise, and how the record changed.
import { useQuery } from '@tanstack/react-query';
import { industryDivisions } from '#core/industry.ts';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { Loaded } from '#web/ui/Loaded.tsx';
import { moment } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import { usePreferences } from '#web/client/preferences.ts';
import { useWords } from '#web/words/words.ts';
import { useParkNames } from '../shared/run-queries.ts';
import { ENTERPRISE } from './enterprise-words.ts';

export function Profile({ enterpriseId }: { readonly enterpriseId: string }) {
  const t = useWords(ENTERPRISE);
  const zone = useZone();
  const { lang } = usePreferences();
  const parks = useParkNames();
  const record = useQuery({
    queryKey: ['enterprise', zone, enterpriseId],
    queryFn: () => api.registry.getEnterprise({ zone, enterprise_id: enterpriseId }),
  });
  const versions = useQuery({
    queryKey: ['enterprise versions', zone, enterpriseId],
    queryFn: () => api.registry.listEnterpriseVersions({ zone, enterprise_id: enterpriseId }),
  });
  return (
    <Section title={t.profile}>
      <Loaded query={record}>
        {(one) => {
          const division = industryDivisions().find(({ code }) =>
            one.industry_code?.replace(/^[A-Z]/, '').startsWith(code),
          );
          const accounts = Object.values(one.utility_accounts).flat();
          const facts: (readonly [string, string])[] = [
            [t.creditCode, one.credit_code],
            [t.industryName, `${one.industry_code ?? ''} ${division?.[lang] ?? ''}`.trim()],
            [t.parkName, parks.get(one.park_id ?? '') ?? ''],
            [t.scale, one.scale === null ? '' : t[one.scale]],
            [t.status, t[one.status]],
            [t.tags, one.tags.join('、')],
            [t.accounts, accounts.join('、')],
            [t.address, one.address ?? ''],
          ];
          return (
            <dl className="mj-facts">
              {facts
                .filter(([, value]) => value !== '')
                .map(([name, value]) => (
                  <div key={name} style={{ display: 'contents' }}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          );
        }}
      </Loaded>
      {versions.data !== undefined && versions.data.items.length > 1 && (
        <details className="mj-changes">
          <summary>{t.changes}</summary>
          <ul>
            {versions.data.items.map((version) => (
              <li key={version.version}>
                {moment(version.changed_at)} {t.changedBy(version.changed_by)} {version.reason ?? ''}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
