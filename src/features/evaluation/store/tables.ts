// The tables of the evaluation as the database types them.
import type { ColumnType, Generated } from 'kysely';
import type { Override } from '#engine/run/evaluate.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ListCorrection } from '../contract/corrections.ts';
import type { Evidence } from '../contract/evidence.ts';
import type {
  Adjustment,
  Appeal,
  Evaluation,
  Publication,
  ResultRow,
  Run,
  Scheme,
} from '../contract/shapes.ts';

type InZone<Row> = Row & { zone_id: string };
type Json<T> = ColumnType<T, string, string>;
type Stamp = ColumnType<Date, Date, never>;

export type EvaluationTables = {
  scheme: InZone<Scheme & { text: string; created_at: Stamp; decided_at: Date | null }>;
  evaluation: InZone<Evaluation & { created_by: string; created_at: Stamp }>;
  evaluation_step: InZone<{
    evaluation_id: string;
    seq: number;
    transition: string;
    from_state: string;
    to_state: string;
    reason: string | null;
    actor: string;
    role: string;
    at: Stamp;
  }>;
  dataset: InZone<{
    dataset_id: string;
    evaluation_id: string;
    period_id: string;
    hash: string;
    row_count: number;
    columns: string[];
    arrow: Buffer;
    history: Buffer | null;
    replaces: string | null;
    created_by: string;
    created_at: Stamp;
  }>;
  run: InZone<
    Omit<Run, 'summary' | 'created_at' | 'dataset_hash'> & {
      overrides: Json<Override[]>;
      summary: Json<Run['summary']>;
      result: Buffer;
      created_at: Stamp;
    }
  >;
  run_row: InZone<
    Omit<ResultRow, 'indicators'> & { run_id: string; indicator_values: Json<ResultRow['indicators']> }
  >;
  adjustment: InZone<
    Omit<Adjustment, 'version'> & {
      evaluation_id: string;
      proposed_at: Stamp;
      decided_at: Date | null;
      version: Generated<number>;
    }
  >;
  appeal: InZone<
    Omit<Appeal, 'corrections' | 'effect' | 'proposal' | 'submitted_at' | 'decided_at' | 'version'> & {
      corrections: Json<Appeal['corrections']>;
      effect: ColumnType<Appeal['effect'], string | null, string | null>;
      submitted_at: Stamp;
      proposed_decision: 'accepted' | 'rejected' | null;
      proposed_reason: string | null;
      proposed_by: string | null;
      proposed_at: Date | null;
      decided_at: Date | null;
      version: Generated<number>;
    }
  >;
  appeal_evidence: InZone<
    Omit<Evidence, 'uploaded_at'> & { enterprise_id: string; file_id: string; uploaded_at: Stamp }
  >;
  publication: InZone<Omit<Publication, 'published_at'> & { published_by: string; published_at: Stamp }>;
  correction: InZone<
    Omit<ListCorrection, 'proposed_at' | 'decided_at' | 'version'> & {
      proposed_at: Stamp;
      decided_at: Date | null;
      version: Generated<number>;
    }
  >;
  publication_row: InZone<{
    publication_id: string;
    position: number;
    enterprise_id: string;
    credit_code: string;
    name: string;
    class: string;
    score: string | null;
    rank: number | null;
    salt: string;
  }>;
  class_history: InZone<{
    enterprise_id: string;
    period_id: string;
    evaluation_id: string;
    class: string;
    years_in_d: number;
  }>;
};

export const evaluations = (ctx: Ctx) => ctx.trx.withTables<EvaluationTables>();
