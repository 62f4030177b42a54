import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`articles\` ADD \`stands\` text;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`behind\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`live_seq\` numeric;`)
  await db.run(sql`CREATE INDEX \`articles_stands_idx\` ON \`articles\` (\`stands\`);`)
  await db.run(sql`CREATE INDEX \`articles_behind_idx\` ON \`articles\` (\`behind\`);`)
  await db.run(sql`CREATE INDEX \`articles_live_seq_idx\` ON \`articles\` (\`live_seq\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_stands\` text;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_behind\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_live_seq\` numeric;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_stands_idx\` ON \`_articles_v\` (\`version_stands\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_behind_idx\` ON \`_articles_v\` (\`version_behind\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_live_seq_idx\` ON \`_articles_v\` (\`version_live_seq\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`articles_stands_idx\`;`)
  await db.run(sql`DROP INDEX \`articles_behind_idx\`;`)
  await db.run(sql`DROP INDEX \`articles_live_seq_idx\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`stands\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`behind\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`live_seq\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_stands_idx\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_behind_idx\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_live_seq_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_stands\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_behind\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_live_seq\`;`)
}
