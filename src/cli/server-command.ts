// What the commands of the server have in common: its settings come from the environment, its database is opened and closed.
import { readConfig, type Config } from '#server/config.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';

export const readEnvironment = (): Config => readConfig(process.env);

export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config.database);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
