// Makes or drops a database for CI: `ci-database.mjs create|drop <address> <name>`. Fails where no server can be reached.
import pg from 'pg';

const [verb, address = '', name = ''] = process.argv.slice(2);
const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 3000 });
try {
  await client.connect();
  const quoted = client.escapeIdentifier(name);
  await client.query(
    verb === 'create' ? `create database ${quoted}` : `drop database if exists ${quoted} with (force)`,
  );
  await client.end();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
