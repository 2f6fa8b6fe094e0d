CREATE TABLE "profile_round" (
	"city_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"faded_at" timestamp with time zone,
	"withdrawal_asked_at" timestamp with time zone,
	CONSTRAINT "profile_round_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "profile_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "profile_round" ADD CONSTRAINT "profile_round_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "profile_round_read" ON "profile_round" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() in ('person', 'link') and not saling_is_trial() and "profile_round"."city_id" = any((select saling_cities())::uuid[])) or (saling_actor() = 'person' and saling_serves("profile_round"."city_id")));--> statement-breakpoint
CREATE POLICY "profile_round_end" ON "profile_round" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() in ('person', 'link') and not saling_is_trial() and "profile_round"."city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "profile_round_lock" ON "profile_round" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() in ('person', 'link') and not saling_is_trial() and "profile_round"."city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "profile_round_add" ON "profile_round" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "profile_round_change" ON "profile_round" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "profile_round_remove" ON "profile_round" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');