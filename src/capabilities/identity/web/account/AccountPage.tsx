// One's own account: password, second factor, the government's identity. Opens also for those who may do nothing else yet.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { post } from '#web/client/api.ts';
import { useFilters } from '#web/client/place.ts';
import { useProduct } from '#web/client/product.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWords } from '#web/words/words.ts';
import { ACCOUNT } from './account-words.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';

export function AccountPage() {
  const t = useWords(ACCOUNT);
  const { filters } = useFilters();
  const product = useProduct().data;
  const need = filters['need'];
  const back = /^\/(?![/\\])/.test(filters['back'] ?? '') ? (filters['back'] ?? '/') : '/';
  const answer =
    need === 'password_change_required'
      ? t.answerPassword
      : need === 'second_factor_required'
        ? t.answerFactor
        : t.answer;
  return (
    <main className="mj-page" style={{ maxWidth: 640, margin: '0 auto' }}>
      <PageHead answer={answer} actions={<Link to={back}>{t.back}</Link>} />
      <Section title={t.password}>
        <PasswordForm />
      </Section>
      <Section title={t.factor}>
        <SecondFactorForm />
      </Section>
      {product?.single_sign_on === true && (
        <Section title={t.government}>
          <p className="meta">{t.governmentHint}</p>
          <Button onClick={() => void joinGovernment()}>{t.join}</Button>
        </Section>
      )}
    </main>
  );
}

async function joinGovernment(): Promise<void> {
  const { url } = await post<{ url: string }>('/auth/link-social', {
    provider: 'gov',
    callbackURL: '/account',
  });
  location.assign(url);
}
