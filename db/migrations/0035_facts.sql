CREATE TABLE "city_fact" (
	"city_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"year" integer,
	"source_title" text,
	"source_url" text,
	"version" integer NOT NULL,
	"field_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"confirmed_at" timestamp with time zone,
	"said_role" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "city_fact_city_id_key_is_trial_pk" PRIMARY KEY("city_id","key","is_trial"),
	CONSTRAINT "city_fact_stated" CHECK (("city_fact"."state" = 'stated') = ("city_fact"."value" is not null) and ("city_fact"."state" <> 'stated' or "city_fact"."confirmed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "city_fact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "city_fact_draft" (
	"city_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer NOT NULL,
	"field_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"written_by" uuid,
	"written_role" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "city_fact_draft_city_id_key_is_trial_pk" PRIMARY KEY("city_id","key","is_trial")
);
--> statement-breakpoint
ALTER TABLE "city_fact_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "city_fact_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"city_id" uuid NOT NULL,
	"key" text NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"year" integer,
	"source_title" text,
	"source_url" text,
	"version" integer NOT NULL,
	"by_person" uuid,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "city_fact_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "city_answer" text;--> statement-breakpoint
ALTER TABLE "correction" ADD COLUMN "city_answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "city_fact" ADD CONSTRAINT "city_fact_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_fact_draft" ADD CONSTRAINT "city_fact_draft_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_fact_draft" ADD CONSTRAINT "city_fact_draft_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_fact_version" ADD CONSTRAINT "city_fact_version_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_fact_version" ADD CONSTRAINT "city_fact_version_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_fact_version_fact" ON "city_fact_version" USING btree ("city_id","key","is_trial");--> statement-breakpoint
CREATE POLICY "correction_city_read" ON "correction" AS PERMISSIVE FOR SELECT TO "saling_app" USING (not saling_is_trial() and saling_own_record("correction"."record_kind", "correction"."record_key"));--> statement-breakpoint
CREATE POLICY "correction_city_change" ON "correction" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (not saling_is_trial() and saling_own_record("correction"."record_kind", "correction"."record_key"));--> statement-breakpoint
CREATE POLICY "city_fact_read" ON "city_fact" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() is not null and (saling_actor() = 'job' or not "city_fact"."is_trial" or saling_is_trial()) and exists (select 1 from city where city.id = "city_fact"."city_id"));--> statement-breakpoint
CREATE POLICY "city_fact_own" ON "city_fact" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() in ('person', 'link') and "city_fact"."city_id" = any((select saling_cities())::uuid[]) and "city_fact"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() in ('person', 'link') and "city_fact"."city_id" = any((select saling_cities())::uuid[]) and "city_fact"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "city_fact_add" ON "city_fact" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_change" ON "city_fact" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_remove" ON "city_fact" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_draft_own" ON "city_fact_draft" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "city_fact_draft"."city_id" = any((select saling_cities())::uuid[]) and "city_fact_draft"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() = 'person' and "city_fact_draft"."city_id" = any((select saling_cities())::uuid[]) and "city_fact_draft"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "city_fact_draft_read" ON "city_fact_draft" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_draft_add" ON "city_fact_draft" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_draft_change" ON "city_fact_draft" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_draft_remove" ON "city_fact_draft" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_version_own" ON "city_fact_version" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "city_fact_version"."city_id" = any((select saling_cities())::uuid[]) and "city_fact_version"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() = 'person' and "city_fact_version"."city_id" = any((select saling_cities())::uuid[]) and "city_fact_version"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "city_fact_version_read" ON "city_fact_version" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_version_add" ON "city_fact_version" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_version_change" ON "city_fact_version" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_fact_version_remove" ON "city_fact_version" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');