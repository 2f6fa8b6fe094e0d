CREATE TABLE "profile_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'checked' NOT NULL,
	"rows" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"seen" jsonb NOT NULL,
	"outcome" jsonb,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profile_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile_import" ADD CONSTRAINT "profile_import_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "profile_import_city" ON "profile_import" USING btree ("city_id");--> statement-breakpoint
CREATE POLICY "profile_import_own" ON "profile_import" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "profile_import"."city_id" = any((select saling_cities())::uuid[]) and "profile_import"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() = 'person' and "profile_import"."city_id" = any((select saling_cities())::uuid[]) and "profile_import"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "profile_import_read" ON "profile_import" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "profile_import_add" ON "profile_import" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "profile_import_change" ON "profile_import" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "profile_import_remove" ON "profile_import" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');