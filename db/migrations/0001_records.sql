CREATE TABLE "city" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"origin" text NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"language" text DEFAULT 'en' NOT NULL,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"compiled_digest" text,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"name" text NOT NULL,
	"local_name" text,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"coordinates_note" text,
	"population" integer,
	"population_year" integer,
	"population_source" text,
	"is_coastal" boolean,
	"is_capital" boolean NOT NULL,
	"time_zone" text NOT NULL,
	"languages" text[] NOT NULL,
	"smart_cities_phase" text,
	"former_since" date,
	"former_note" text,
	"forums_note" text,
	"sources" text[] NOT NULL,
	CONSTRAINT "city_key_unique" UNIQUE("key"),
	CONSTRAINT "city_latitude_range" CHECK ("city"."latitude" between -90 and 90),
	CONSTRAINT "city_longitude_range" CHECK ("city"."longitude" between -180 and 180)
);
--> statement-breakpoint
ALTER TABLE "city" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "forum_membership" (
	"city_id" uuid NOT NULL,
	"forum" text NOT NULL,
	"status" text NOT NULL,
	"since_on" date,
	"source_url" text,
	CONSTRAINT "forum_membership_city_id_forum_pk" PRIMARY KEY("city_id","forum")
);
--> statement-breakpoint
ALTER TABLE "forum_membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_ref" text NOT NULL,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	"command_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "clock" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"offset" interval DEFAULT '0' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command" (
	"actor_key" text NOT NULL,
	"command_id" uuid NOT NULL,
	"name" text NOT NULL,
	"outcome" jsonb,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "command_actor_key_command_id_pk" PRIMARY KEY("actor_key","command_id")
);
--> statement-breakpoint
ALTER TABLE "command" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"sequence" bigint NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "event_stream_sequence" UNIQUE("stream","sequence")
);
--> statement-breakpoint
ALTER TABLE "event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_reaction" (
	"event_id" uuid NOT NULL,
	"reaction" text NOT NULL,
	"done_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "event_reaction_event_id_reaction_pk" PRIMARY KEY("event_id","reaction")
);
--> statement-breakpoint
ALTER TABLE "event_reaction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "installation" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "installation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stream" (
	"name" text PRIMARY KEY NOT NULL,
	"last_sequence" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stream" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_kind" text NOT NULL,
	"record_key" text NOT NULL,
	"wish" text NOT NULL,
	"message" text NOT NULL,
	"office" text,
	"email" text,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "correction_message_length" CHECK (char_length("correction"."message") between 1 and 4000)
);
--> statement-breakpoint
ALTER TABLE "correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"origin" text NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"language" text DEFAULT 'en' NOT NULL,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"compiled_digest" text,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"city_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"topics" text[] NOT NULL,
	"sdgs" integer[] NOT NULL,
	"source_url" text,
	"source_title" text,
	"other_sources" text[] NOT NULL,
	CONSTRAINT "need_key_unique" UNIQUE("key"),
	CONSTRAINT "need_topics_some" CHECK (cardinality("need"."topics") between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "need" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "practice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'published' NOT NULL,
	"origin" text NOT NULL,
	"audience" text DEFAULT 'public' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"language" text DEFAULT 'en' NOT NULL,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"compiled_digest" text,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"city_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"problem" text,
	"actions" text,
	"results" text,
	"start_year" integer,
	"topics" text[] NOT NULL,
	"sdgs" integer[] NOT NULL,
	"pillars" text[] NOT NULL,
	"evidence" text NOT NULL,
	"stage" text,
	"operated_by" text,
	"caveat" text,
	"source_url" text,
	"source_title" text,
	"other_sources" text[] NOT NULL,
	CONSTRAINT "practice_key_unique" UNIQUE("key"),
	CONSTRAINT "practice_topics_some" CHECK (cardinality("practice"."topics") between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "practice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic" (
	"code" text PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"label" text NOT NULL,
	"description" text NOT NULL,
	"sdgs" integer[] NOT NULL,
	"pillars" text[] NOT NULL,
	"commitment" smallint NOT NULL,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"compiled_digest" text
);
--> statement-breakpoint
ALTER TABLE "topic" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "topic_term" (
	"topic" text NOT NULL,
	"language" text NOT NULL,
	"term" text NOT NULL,
	"is_label" boolean NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "topic_term_topic_language_term_pk" PRIMARY KEY("topic","language","term")
);
--> statement-breakpoint
ALTER TABLE "topic_term" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "city" ADD CONSTRAINT "city_parent_id_city_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_membership" ADD CONSTRAINT "forum_membership_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_reaction" ADD CONSTRAINT "event_reaction_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_term" ADD CONSTRAINT "topic_term_topic_topic_code_fk" FOREIGN KEY ("topic") REFERENCES "public"."topic"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_country" ON "city" USING btree ("country");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "need_city" ON "need" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "need_topics" ON "need" USING gin ("topics");--> statement-breakpoint
CREATE INDEX "practice_city" ON "practice" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "practice_topics" ON "practice" USING gin ("topics");--> statement-breakpoint
CREATE INDEX "practice_newest" ON "practice" USING btree ("start_year" desc nulls last,"key");--> statement-breakpoint
CREATE INDEX "topic_term_language" ON "topic_term" USING btree ("language");--> statement-breakpoint
CREATE POLICY "city_read" ON "city" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() = 'visitor' and "city"."state" = 'published' and "city"."audience" = 'public'));--> statement-breakpoint
CREATE POLICY "city_add" ON "city" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_change" ON "city" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_remove" ON "city" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "forum_membership_read" ON "forum_membership" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from city where city.id = "forum_membership"."city_id"));--> statement-breakpoint
CREATE POLICY "forum_membership_add" ON "forum_membership" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "forum_membership_change" ON "forum_membership" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "forum_membership_remove" ON "forum_membership" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "audit_add" ON "audit" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "audit_read" ON "audit" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "command_any" ON "command" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() is not null) WITH CHECK (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "event_add" ON "event" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "event_read" ON "event" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "event_reaction_read" ON "event_reaction" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "event_reaction_add" ON "event_reaction" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "event_reaction_change" ON "event_reaction" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "event_reaction_remove" ON "event_reaction" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "installation_read" ON "installation" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "installation_add" ON "installation" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "installation_change" ON "installation" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "installation_remove" ON "installation" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "stream_any" ON "stream" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() is not null) WITH CHECK (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "correction_ask" ON "correction" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'visitor');--> statement-breakpoint
CREATE POLICY "correction_read" ON "correction" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "correction_add" ON "correction" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "correction_change" ON "correction" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "correction_remove" ON "correction" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "need_read" ON "need" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() = 'visitor' and "need"."state" = 'published' and "need"."audience" = 'public'));--> statement-breakpoint
CREATE POLICY "need_add" ON "need" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "need_change" ON "need" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "need_remove" ON "need" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "practice_read" ON "practice" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() = 'visitor' and "practice"."state" = 'published' and "practice"."audience" = 'public'));--> statement-breakpoint
CREATE POLICY "practice_add" ON "practice" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "practice_change" ON "practice" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "practice_remove" ON "practice" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "topic_read" ON "topic" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "topic_add" ON "topic" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "topic_change" ON "topic" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "topic_remove" ON "topic" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "topic_term_read" ON "topic_term" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "topic_term_add" ON "topic_term" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "topic_term_change" ON "topic_term" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "topic_term_remove" ON "topic_term" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');