import { migrateToLatest } from './migrator';

const url = process.env.DATABASE_URL;
if (url === undefined || url === '') {
  console.error('DATABASE_URL must name the database and its owner.');
  process.exit(2);
}
try {
  await migrateToLatest(url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
