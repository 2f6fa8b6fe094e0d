CREATE TABLE "former_key" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"record_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	CONSTRAINT "former_key_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
ALTER TABLE "former_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"city_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"language" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"field_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"base_version" integer,
	"written_by" uuid,
	"written_role" text NOT NULL,
	"sent_by" uuid,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "record_draft_key" UNIQUE("kind","key"),
	CONSTRAINT "record_draft_sent" CHECK ("record_draft"."state" = 'draft' or "record_draft"."sent_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "record_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"stage" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"by_person" uuid,
	"approval" text,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "record_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"forum" text NOT NULL,
	"proposed" text NOT NULL,
	"is_agreed" boolean NOT NULL,
	"note" text,
	"by_person" uuid,
	"is_trial" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "match_evidence" ADD COLUMN "is_trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "match_evidence" DROP CONSTRAINT "match_evidence_city_id_other_city_id_pk";--> statement-breakpoint
ALTER TABLE "match_evidence" ADD CONSTRAINT "match_evidence_city_id_other_city_id_is_trial_pk" PRIMARY KEY("city_id","other_city_id","is_trial");--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "affected" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "tried" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "obstacles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "help_wanted" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "finance" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "project_stage" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "urgency" text;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "spoken_languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "contact_office" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "proposed_evidence" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "evidence_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "preconditions" text;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "spoken_languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "contact_office" text;--> statement-breakpoint
ALTER TABLE "former_key" ADD CONSTRAINT "former_key_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_draft" ADD CONSTRAINT "record_draft_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_draft" ADD CONSTRAINT "record_draft_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_draft" ADD CONSTRAINT "record_draft_sent_by_person_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_version" ADD CONSTRAINT "record_version_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_version" ADD CONSTRAINT "record_version_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_review" ADD CONSTRAINT "evidence_review_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_review" ADD CONSTRAINT "evidence_review_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_review" ADD CONSTRAINT "evidence_review_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_draft_city" ON "record_draft" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "record_version_record" ON "record_version" USING btree ("kind","record_id");--> statement-breakpoint
CREATE INDEX "evidence_review_practice" ON "evidence_review" USING btree ("practice_id");--> statement-breakpoint
CREATE POLICY "former_key_own" ON "former_key" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "former_key"."city_id" = any((select saling_cities())::uuid[]) and "former_key"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() = 'person' and "former_key"."city_id" = any((select saling_cities())::uuid[]) and "former_key"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "former_key_read" ON "former_key" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "former_key_add" ON "former_key" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "former_key_change" ON "former_key" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "former_key_remove" ON "former_key" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_draft_own" ON "record_draft" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "record_draft"."city_id" = any((select saling_cities())::uuid[]) and "record_draft"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() = 'person' and "record_draft"."city_id" = any((select saling_cities())::uuid[]) and "record_draft"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "record_draft_read" ON "record_draft" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_draft_add" ON "record_draft" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_draft_change" ON "record_draft" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_draft_remove" ON "record_draft" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_version_own" ON "record_version" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "record_version"."city_id" = any((select saling_cities())::uuid[]) and "record_version"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() = 'person' and "record_version"."city_id" = any((select saling_cities())::uuid[]) and "record_version"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "record_version_read" ON "record_version" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_version_add" ON "record_version" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_version_change" ON "record_version" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "record_version_remove" ON "record_version" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "evidence_review_read" ON "evidence_review" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() = 'person' and "evidence_review"."is_trial" = saling_is_trial() and ("evidence_review"."city_id" = any((select saling_cities())::uuid[]) or saling_serves("evidence_review"."city_id"))));--> statement-breakpoint
CREATE POLICY "evidence_review_officer" ON "evidence_review" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'person' and "evidence_review"."is_trial" = saling_is_trial() and saling_serves("evidence_review"."city_id") and "evidence_review"."forum" = any((select saling_forums())::text[]));--> statement-breakpoint
CREATE POLICY "evidence_review_add" ON "evidence_review" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "evidence_review_change" ON "evidence_review" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "evidence_review_remove" ON "evidence_review" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
ALTER POLICY "match_evidence_read" ON "match_evidence" TO saling_app USING ((saling_actor() = 'job' or (saling_actor() = 'person' and ("match_evidence"."city_id" = any((select saling_cities())::uuid[]) or "match_evidence"."other_city_id" = any((select saling_cities())::uuid[])) and "match_evidence"."is_trial" = (select saling_reads_trial_matches()))) and not is_held_back("match_evidence"."city_id", "match_evidence"."other_city_id"));