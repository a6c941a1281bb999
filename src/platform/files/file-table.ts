// The table that holds files.
import type { ColumnType } from 'kysely';

export type FileTable = {
  zone_id: string;
  file_id: string;
  name: string;
  media_type: string;
  sha256: string;
  bytes: number;
  content: Buffer;
  created_by: string;
  created_at: ColumnType<Date, Date, never>;
};
