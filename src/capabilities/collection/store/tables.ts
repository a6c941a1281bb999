// The tables of the collection as the database types them.
import type { ColumnType, Generated } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Campaign, Task } from '../contract/campaigns.ts';
import type { Confirmation } from '../contract/confirmations.ts';
import type { Finding } from '../contract/findings.ts';
import type {
  FigureValue,
  Import,
  ImportColumn,
  ImportProblem,
  ImportRow,
  Layer,
} from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';

type InZone<Row> = Row & { zone_id: string };
type Json<T> = ColumnType<T, string | undefined, string>;
export type Figures = Record<string, FigureValue | null>;

export type CollectionTables = {
  item: InZone<
    Omit<Item, 'choices' | 'rules'> & { choices: Json<Item['choices']>; rules: Json<Item['rules']> }
  >;
  campaign: InZone<Campaign>;
  task: InZone<
    Omit<Task, 'submitted_at' | 'reminders' | 'version'> & {
      submitted_at: Date | null;
      submitted_by: string | null;
      reminders: Generated<number>;
      reminded_at: Date | null;
      auto_reminded_on: string | null;
      version: Generated<number>;
    }
  >;
  import: InZone<
    Omit<
      Import,
      | 'columns'
      | 'unknown_headers'
      | 'mapping'
      | 'findings'
      | 'uploaded_at'
      | 'decided_at'
      | 'version'
      | 'row_count'
      | 'bad_rows'
      | 'new_rows'
      | 'changed_rows'
      | 'unchanged_rows'
      | 'reason'
    > & {
      columns: Json<ImportColumn[]>;
      unknown_headers: Json<string[]>;
      mapping: Json<Import['mapping']>;
      findings: Json<ImportProblem[]>;
      file_id: string | null;
      row_count: Generated<number>;
      bad_rows: Generated<number>;
      new_rows: Generated<number | null>;
      changed_rows: Generated<number | null>;
      unchanged_rows: Generated<number | null>;
      reason: Generated<string | null>;
      uploaded_at: ColumnType<Date, Date, never>;
      decided_at: Date | null;
      version: Generated<number>;
    }
  >;
  import_row: InZone<
    Omit<ImportRow, 'figures' | 'problems'> & {
      import_id: string;
      figures: Json<Figures>;
      problems: Json<ImportProblem[] | null>;
    }
  >;
  figures: InZone<{
    period_id: string;
    enterprise_id: string;
    declared: Json<Figures>;
    verified: Json<Figures>;
    adopted: Json<Figures>;
    version: number;
  }>;
  figure_change: InZone<{
    period_id: string;
    enterprise_id: string;
    version: number;
    layer: Layer;
    before: Json<Figures>;
    after: Json<Figures>;
    import_id: string | null;
    row_number: number | null;
    undoes: string | null;
    reason: string | null;
    changed_by: string;
    changed_at: Date;
  }>;
  finding: InZone<
    Omit<Finding, 'params' | 'decided_at' | 'version'> & {
      period_id: string;
      params: Json<Finding['params']>;
      decided_at: Date | null;
      checked_at: Date;
      version: Generated<number>;
    }
  >;
  confirmation: InZone<
    Omit<Confirmation, 'disputes' | 'decided_at' | 'version'> & {
      period_id: string;
      disputes: Json<Confirmation['disputes']>;
      decided_by: string;
      decided_at: Date;
      answered_by: string | null;
      answered_at: Date | null;
      version: Generated<number>;
    }
  >;
};

export const collection = (ctx: Ctx) => ctx.trx.withTables<CollectionTables>();
