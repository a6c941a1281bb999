// The account that the load comes from: `account.ts <database>`.
import { createAccount } from '#platform/auth/accounts.ts';
import { openDatabase } from '#platform/db/database.ts';

const database = await openDatabase({ kind: 'postgres', url: process.argv[2] ?? '' });
const { userId } = await createAccount(database.pool, {
  username: 'bench-officer',
  name: 'bench',
  password: 'Bench-Load-2026!x',
});
await database.pool.query(
  `insert into membership (zone_id, user_id, role, state, proposed_by, approved_by) values ('bench', $1, 'evaluation_officer', 'active', 'a', 'b')`,
  [userId],
);
await database.close();
