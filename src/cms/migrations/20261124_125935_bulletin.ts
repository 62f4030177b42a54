import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`bulletins\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`item\` text NOT NULL,
  	\`year\` numeric NOT NULL,
  	\`quarter\` numeric NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`number_in_year\` numeric NOT NULL,
  	\`date\` text NOT NULL,
  	\`rev\` numeric DEFAULT 0 NOT NULL,
  	\`licence_id\` text(36),
  	\`cover_id\` text(36),
  	\`themes\` text NOT NULL,
  	\`deadlines\` text NOT NULL,
  	\`plan\` text NOT NULL,
  	\`errata\` text NOT NULL,
  	\`begun_by\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`licence_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletins_item_idx\` ON \`bulletins\` (\`item\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_licence_idx\` ON \`bulletins\` (\`licence_id\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_cover_idx\` ON \`bulletins\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_updated_at_idx\` ON \`bulletins\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bulletins_created_at_idx\` ON \`bulletins\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`year_quarter_idx\` ON \`bulletins\` (\`year\`,\`quarter\`);`)
  await db.run(sql`CREATE TABLE \`editions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`bulletin\` text NOT NULL,
  	\`item\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`row\` text NOT NULL,
  	\`frozen\` text,
  	\`snapshot\` text,
  	\`preflight\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`editions_bulletin_idx\` ON \`editions\` (\`bulletin\`);`)
  await db.run(sql`CREATE INDEX \`editions_item_idx\` ON \`editions\` (\`item\`);`)
  await db.run(sql`CREATE INDEX \`editions_state_idx\` ON \`editions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`editions_updated_at_idx\` ON \`editions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`editions_created_at_idx\` ON \`editions\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletin_language_idx\` ON \`editions\` (\`bulletin\`,\`language\`);`)
  await db.run(sql`CREATE TABLE \`pieces\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`byline\` text,
  	\`language\` text NOT NULL,
  	\`bulletin\` text NOT NULL,
  	\`entry\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`pieces_bulletin_idx\` ON \`pieces\` (\`bulletin\`);`)
  await db.run(sql`CREATE INDEX \`pieces_entry_idx\` ON \`pieces\` (\`entry\`);`)
  await db.run(sql`CREATE INDEX \`pieces_updated_at_idx\` ON \`pieces\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pieces_created_at_idx\` ON \`pieces\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`bulletin_entry_language_idx\` ON \`pieces\` (\`bulletin\`,\`entry\`,\`language\`);`)
  await db.run(sql`CREATE TABLE \`_pieces_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_byline\` text,
  	\`version_language\` text NOT NULL,
  	\`version_bulletin\` text NOT NULL,
  	\`version_entry\` text NOT NULL,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`pieces\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_pieces_v_parent_idx\` ON \`_pieces_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pieces_v_version_version_bulletin_idx\` ON \`_pieces_v\` (\`version_bulletin\`);`)
  await db.run(sql`CREATE INDEX \`_pieces_v_version_version_entry_idx\` ON \`_pieces_v\` (\`version_entry\`);`)
  await db.run(sql`CREATE INDEX \`_pieces_v_version_version_updated_at_idx\` ON \`_pieces_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_pieces_v_version_version_created_at_idx\` ON \`_pieces_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pieces_v_created_at_idx\` ON \`_pieces_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_pieces_v_updated_at_idx\` ON \`_pieces_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_bulletin_version_entry_version_language_idx\` ON \`_pieces_v\` (\`version_bulletin\`,\`version_entry\`,\`version_language\`);`)
  await db.run(sql`CREATE TABLE \`records\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`bulletin\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`date\` text NOT NULL,
  	\`copies\` numeric NOT NULL,
  	\`addressee\` text NOT NULL,
  	\`address\` text,
  	\`receipt\` text,
  	\`by\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`records_bulletin_idx\` ON \`records\` (\`bulletin\`);`)
  await db.run(sql`CREATE INDEX \`records_updated_at_idx\` ON \`records\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`records_created_at_idx\` ON \`records\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`licences_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`licences_languages_order_idx\` ON \`licences_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`licences_languages_parent_idx\` ON \`licences_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`licences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`date\` text NOT NULL,
  	\`page_limit\` numeric NOT NULL,
  	\`trim_width\` numeric NOT NULL,
  	\`trim_height\` numeric NOT NULL,
  	\`print_run\` numeric NOT NULL,
  	\`valid_from\` text NOT NULL,
  	\`valid_to\` text,
  	\`change_requests\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`licences_number_idx\` ON \`licences\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`licences_updated_at_idx\` ON \`licences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`licences_created_at_idx\` ON \`licences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`licences_locales\` (
  	\`issuer\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`publisher\` text NOT NULL,
  	\`purpose\` text,
  	\`frequency\` text NOT NULL,
  	\`printer\` text NOT NULL,
  	\`area\` text,
  	\`person_responsible\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`licences\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`licences_locales_locale_parent_id_unique\` ON \`licences_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`rules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`check\` text NOT NULL,
  	\`valid_from\` text NOT NULL,
  	\`valid_to\` text,
  	\`parameters\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rules_key_idx\` ON \`rules\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`rules_check_idx\` ON \`rules\` (\`check\`);`)
  await db.run(sql`CREATE INDEX \`rules_updated_at_idx\` ON \`rules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`rules_created_at_idx\` ON \`rules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`rules_locales\` (
  	\`text\` text NOT NULL,
  	\`citation\` text NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`rules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rules_locales_locale_parent_id_unique\` ON \`rules_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`pieces_id\` text(36) REFERENCES pieces(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`licences_id\` text(36) REFERENCES licences(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`rules_id\` text(36) REFERENCES rules(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pieces_id_idx\` ON \`payload_locked_documents_rels\` (\`pieces_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_licences_id_idx\` ON \`payload_locked_documents_rels\` (\`licences_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_rules_id_idx\` ON \`payload_locked_documents_rels\` (\`rules_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`bulletins\`;`)
  await db.run(sql`DROP TABLE \`editions\`;`)
  await db.run(sql`DROP TABLE \`pieces\`;`)
  await db.run(sql`DROP TABLE \`_pieces_v\`;`)
  await db.run(sql`DROP TABLE \`records\`;`)
  await db.run(sql`DROP TABLE \`licences_languages\`;`)
  await db.run(sql`DROP TABLE \`licences\`;`)
  await db.run(sql`DROP TABLE \`licences_locales\`;`)
  await db.run(sql`DROP TABLE \`rules\`;`)
  await db.run(sql`DROP TABLE \`rules_locales\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`stories_id\` text(36),
  	\`articles_id\` text(36),
  	\`media_id\` text(36),
  	\`topics_id\` text(36),
  	\`organisations_id\` text(36),
  	\`terms_id\` text(36),
  	\`channels_id\` text(36),
  	\`clients_id\` text(36),
  	\`users_id\` text(36),
  	\`workflow_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stories_id\`) REFERENCES \`stories\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organisations_id\`) REFERENCES \`organisations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`terms_id\`) REFERENCES \`terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`channels_id\`) REFERENCES \`channels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`clients_id\`) REFERENCES \`clients\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`workflow_id\`) REFERENCES \`workflow\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stories_id", "articles_id", "media_id", "topics_id", "organisations_id", "terms_id", "channels_id", "clients_id", "users_id", "workflow_id") SELECT "id", "order", "parent_id", "path", "stories_id", "articles_id", "media_id", "topics_id", "organisations_id", "terms_id", "channels_id", "clients_id", "users_id", "workflow_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stories_id_idx\` ON \`payload_locked_documents_rels\` (\`stories_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organisations_id_idx\` ON \`payload_locked_documents_rels\` (\`organisations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`terms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_channels_id_idx\` ON \`payload_locked_documents_rels\` (\`channels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_clients_id_idx\` ON \`payload_locked_documents_rels\` (\`clients_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_workflow_id_idx\` ON \`payload_locked_documents_rels\` (\`workflow_id\`);`)
}
