CREATE TABLE "hold_back" (
	"city_low" uuid NOT NULL,
	"city_high" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "hold_back_city_low_city_high_pk" PRIMARY KEY("city_low","city_high"),
	CONSTRAINT "hold_back_order" CHECK ("hold_back"."city_low" < "hold_back"."city_high")
);
--> statement-breakpoint
ALTER TABLE "hold_back" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_evidence" (
	"city_id" uuid NOT NULL,
	"other_city_id" uuid NOT NULL,
	"learn" real NOT NULL,
	"covers" jsonb NOT NULL,
	CONSTRAINT "match_evidence_city_id_other_city_id_pk" PRIMARY KEY("city_id","other_city_id")
);
--> statement-breakpoint
ALTER TABLE "match_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_stale" (
	"scope" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "match_stale" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "need_practice" (
	"need_id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"score" real NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "need_practice_need_id_practice_id_pk" PRIMARY KEY("need_id","practice_id")
);
--> statement-breakpoint
ALTER TABLE "need_practice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "hold_back" ADD CONSTRAINT "hold_back_city_low_city_id_fk" FOREIGN KEY ("city_low") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_back" ADD CONSTRAINT "hold_back_city_high_city_id_fk" FOREIGN KEY ("city_high") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_evidence" ADD CONSTRAINT "match_evidence_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_evidence" ADD CONSTRAINT "match_evidence_other_city_id_city_id_fk" FOREIGN KEY ("other_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_practice" ADD CONSTRAINT "need_practice_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_practice" ADD CONSTRAINT "need_practice_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_evidence_other" ON "match_evidence" USING btree ("other_city_id");--> statement-breakpoint
CREATE INDEX "need_practice_practice" ON "need_practice" USING btree ("practice_id");--> statement-breakpoint
CREATE POLICY "hold_back_read" ON "hold_back" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "hold_back_add" ON "hold_back" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "hold_back_change" ON "hold_back" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "hold_back_remove" ON "hold_back" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_evidence_read" ON "match_evidence" AS PERMISSIVE FOR SELECT TO "saling_app" USING ((saling_actor() = 'job' or (saling_actor() = 'visitor' and saling_is_trial())) and not is_held_back("match_evidence"."city_id", "match_evidence"."other_city_id"));--> statement-breakpoint
CREATE POLICY "match_evidence_add" ON "match_evidence" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_evidence_change" ON "match_evidence" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_evidence_remove" ON "match_evidence" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_stale_read" ON "match_stale" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_stale_add" ON "match_stale" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_stale_change" ON "match_stale" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_stale_remove" ON "match_stale" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "need_practice_read" ON "need_practice" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from need where need.id = "need_practice"."need_id") and exists (select 1 from practice where practice.id = "need_practice"."practice_id"));--> statement-breakpoint
CREATE POLICY "need_practice_add" ON "need_practice" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "need_practice_change" ON "need_practice" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "need_practice_remove" ON "need_practice" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');