CREATE TABLE "city_tie" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"city_id" uuid NOT NULL,
	"other_city_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"year" integer,
	"said" text,
	"source_url" text,
	"origin" text NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "city_tie_key" UNIQUE("key"),
	CONSTRAINT "city_tie_two_cities" CHECK ("city_tie"."city_id" <> "city_tie"."other_city_id")
);
--> statement-breakpoint
ALTER TABLE "city_tie" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "city_tie" ADD CONSTRAINT "city_tie_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_tie" ADD CONSTRAINT "city_tie_other_city_id_city_id_fk" FOREIGN KEY ("other_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_tie_city" ON "city_tie" USING btree ("city_id");--> statement-breakpoint
CREATE INDEX "city_tie_other" ON "city_tie" USING btree ("other_city_id");--> statement-breakpoint
CREATE POLICY "city_tie_read" ON "city_tie" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() is not null and "city_tie"."origin" = 'compiled') or (saling_actor() = 'person' and "city_tie"."is_trial" = saling_is_trial() and ("city_tie"."city_id" = any((select saling_cities())::uuid[]) or "city_tie"."other_city_id" = any((select saling_cities())::uuid[]))));--> statement-breakpoint
CREATE POLICY "city_tie_own" ON "city_tie" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "city_tie"."is_trial" = saling_is_trial() and "city_tie"."origin" = 'city' and "city_tie"."city_id" = any((select saling_cities())::uuid[])) WITH CHECK (saling_actor() = 'person' and "city_tie"."is_trial" = saling_is_trial() and "city_tie"."origin" = 'city' and "city_tie"."city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "city_tie_add" ON "city_tie" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_tie_change" ON "city_tie" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "city_tie_remove" ON "city_tie" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');