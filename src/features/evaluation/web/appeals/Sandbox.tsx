// What would happen if the appeal were accepted: to the enterprise itself, and to everybody else.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#web/client/api.ts';
import { useZone } from '#web/client/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Loaded } from '#web/ui/Loaded.tsx';
import { count, fixed } from '#web/ui/numbers.ts';
import { Section } from '#web/ui/Section.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { useWords } from '#web/words/words.ts';
import type { Effect, Move } from '#features/evaluation/contract/shapes.ts';
import { APPEALS } from './appeal-words.ts';
import type { Appeal } from './appeals-query.ts';

/** What was decided keeps the effect it had then; what is open is tried on the figures as they are now. */
export function Sandbox({ appeal }: { readonly appeal: Appeal }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const open = appeal.state === 'submitted' || appeal.state === 'proposed';
  const tried = useQuery({
    queryKey: ['appeal effect', zone, appeal.appeal_id, appeal.version],
    queryFn: () => api.evaluation.tryAppeal({ zone, appeal_id: appeal.appeal_id }),
    enabled: open,
    staleTime: 60_000,
  });
  if (!open)
    return appeal.effect === null ? null : (
      <Section title={t.sandbox}>
        <EffectOf effect={appeal.effect} />
      </Section>
    );
  return (
    <Section title={t.sandbox}>
      <Loaded query={tried}>{(effect) => <EffectOf effect={effect} />}</Loaded>
    </Section>
  );
}

function EffectOf({ effect }: { readonly effect: Effect }) {
  const t = useWords(APPEALS);
  const zone = useZone();
  const navigate = useNavigate();
  const { own, others, ranks_moved } = effect;
  const columns: Column<Move>[] = [
    { id: 'name', title: t.enterprise, width: 240, value: ({ name }) => name },
    {
      id: 'before',
      title: t.classBefore,
      width: 90,
      phone: true,
      value: ({ class_before }) => class_before,
      render: ({ class_before }) => <ClassChip value={class_before} />,
    },
    {
      id: 'after',
      title: t.classAfter,
      width: 90,
      phone: true,
      value: ({ class_after }) => class_after,
      render: ({ class_after }) => <ClassChip value={class_after} />,
    },
    {
      id: 'rank',
      title: t.rankBefore,
      width: 100,
      digits: 0,
      phone: true,
      value: ({ rank_before }) => rank_before,
    },
    { id: 'rank after', title: t.rankAfter, width: 100, digits: 0, value: ({ rank_after }) => rank_after },
    { id: 'score', title: t.scoreAfter, width: 120, digits: 2, value: ({ score_after }) => score_after },
  ];
  return (
    <div className="mj-appeal-form">
      <p className="mj-sandbox-lead">
        {t.sandboxLead(
          t.ownMove(own.class_before, own.class_after),
          count(others.length),
          count(ranks_moved),
        )}
      </p>
      <div className="mj-sandbox">
        <Side title={t.before} letter={own.class_before} score={own.score_before} rank={own.rank_before} />
        <span aria-hidden className="mj-sandbox-arrow">
          →
        </span>
        <Side title={t.after} letter={own.class_after} score={own.score_after} rank={own.rank_after} />
      </div>
      <h3>{t.others}</h3>
      {others.length === 0 ? (
        <p className="meta">{t.noOthers}</p>
      ) : (
        <DataTable
          id="appeal-others"
          label={t.othersLabel}
          columns={columns}
          rows={others}
          rowKey={({ enterprise_id }) => enterprise_id}
          height={Math.min(400, 120 + others.length * 36)}
          onOpen={({ enterprise_id }) => void navigate({ to: `/z/${zone}/enterprises/${enterprise_id}` })}
        />
      )}
    </div>
  );
}

type SideProps = {
  readonly title: string;
  readonly letter: string;
  readonly score: number | null;
  readonly rank: number;
};

function Side({ title, letter, score, rank }: SideProps) {
  const t = useWords(APPEALS);
  return (
    <div className="mj-card">
      <div className="meta">{title}</div>
      <div className="mj-sandbox-class">
        <ClassChip value={letter} />
        <strong>{fixed(score)}</strong>
      </div>
      <div className="meta">{`${t.rank} ${count(rank)}`}</div>
    </div>
  );
}
