CREATE TABLE "exchange" (
	"id" uuid PRIMARY KEY NOT NULL,
	"asking_city_id" uuid NOT NULL,
	"asked_city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"size" text NOT NULL,
	"awaits" text,
	"waits_since" timestamp with time zone,
	"due_at" timestamp with time zone,
	"reminders_sent" integer DEFAULT 0 NOT NULL,
	"need_id" uuid,
	"practice_id" uuid,
	"question" text NOT NULL,
	"offer" text DEFAULT '' NOT NULL,
	"language" text NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"dates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"asked_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"moved_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "exchange_two_cities" CHECK ("exchange"."asking_city_id" <> "exchange"."asked_city_id")
);
--> statement-breakpoint
ALTER TABLE "exchange" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_agreement" (
	"exchange_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"side" text NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "exchange_agreement_exchange_id_version_side_pk" PRIMARY KEY("exchange_id","version","side")
);
--> statement-breakpoint
ALTER TABLE "exchange_agreement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exchange_id" uuid NOT NULL,
	"side" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_brief" (
	"exchange_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"side" text NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "exchange_brief_exchange_id_version_pk" PRIMARY KEY("exchange_id","version")
);
--> statement-breakpoint
ALTER TABLE "exchange_brief" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_outcome" (
	"exchange_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"asking_city_id" uuid NOT NULL,
	"asked_city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"practice_id" uuid,
	"outcome" text NOT NULL,
	"changed" text NOT NULL,
	"indicator" text NOT NULL,
	"baseline" text NOT NULL,
	"value" text NOT NULL,
	"hard" text NOT NULL,
	"language" text NOT NULL,
	"is_shown_by_asking" boolean NOT NULL,
	"is_shown_by_asked" boolean DEFAULT false NOT NULL,
	"said_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "exchange_outcome_exchange_id_month_pk" PRIMARY KEY("exchange_id","month"),
	CONSTRAINT "exchange_outcome_month" CHECK ("exchange_outcome"."month" in (3, 12))
);
--> statement-breakpoint
ALTER TABLE "exchange_outcome" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_standing" (
	"exchange_id" uuid PRIMARY KEY NOT NULL,
	"asking_city_id" uuid NOT NULL,
	"asked_city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"size" text NOT NULL,
	"is_open" boolean NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"waits_since" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "exchange_standing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exchange_id" uuid NOT NULL,
	"step" text NOT NULL,
	"side" text,
	"from_state" text,
	"to_state" text NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_asking_city_id_city_id_fk" FOREIGN KEY ("asking_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_asked_city_id_city_id_fk" FOREIGN KEY ("asked_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange" ADD CONSTRAINT "exchange_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_agreement" ADD CONSTRAINT "exchange_agreement_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_answer" ADD CONSTRAINT "exchange_answer_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_brief" ADD CONSTRAINT "exchange_brief_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_outcome" ADD CONSTRAINT "exchange_outcome_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_outcome" ADD CONSTRAINT "exchange_outcome_asking_city_id_city_id_fk" FOREIGN KEY ("asking_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_outcome" ADD CONSTRAINT "exchange_outcome_asked_city_id_city_id_fk" FOREIGN KEY ("asked_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_outcome" ADD CONSTRAINT "exchange_outcome_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_standing" ADD CONSTRAINT "exchange_standing_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_standing" ADD CONSTRAINT "exchange_standing_asking_city_id_city_id_fk" FOREIGN KEY ("asking_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_standing" ADD CONSTRAINT "exchange_standing_asked_city_id_city_id_fk" FOREIGN KEY ("asked_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_step" ADD CONSTRAINT "exchange_step_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exchange_asking" ON "exchange" USING btree ("asking_city_id");--> statement-breakpoint
CREATE INDEX "exchange_asked" ON "exchange" USING btree ("asked_city_id");--> statement-breakpoint
CREATE INDEX "exchange_due" ON "exchange" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_one_request" ON "exchange" USING btree ("asking_city_id","asked_city_id","is_trial") WHERE state = 'requested';--> statement-breakpoint
CREATE INDEX "exchange_answer_exchange" ON "exchange_answer" USING btree ("exchange_id");--> statement-breakpoint
CREATE INDEX "exchange_outcome_practice" ON "exchange_outcome" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "exchange_step_exchange" ON "exchange_step" USING btree ("exchange_id");--> statement-breakpoint
CREATE POLICY "exchange_read" ON "exchange" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange"."id"::text) and "exchange"."is_trial" = saling_is_trial() and ("exchange"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange"."asked_city_id" = any((select saling_cities())::uuid[]))));--> statement-breakpoint
CREATE POLICY "exchange_ask" ON "exchange" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'person' and "exchange"."is_trial" = saling_is_trial() and "exchange"."asking_city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "exchange_move" ON "exchange" AS PERMISSIVE FOR UPDATE TO "saling_app" USING ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange"."id"::text) and "exchange"."is_trial" = saling_is_trial() and ("exchange"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange"."asked_city_id" = any((select saling_cities())::uuid[]))) WITH CHECK ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange"."id"::text) and "exchange"."is_trial" = saling_is_trial() and ("exchange"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange"."asked_city_id" = any((select saling_cities())::uuid[])));--> statement-breakpoint
CREATE POLICY "exchange_add" ON "exchange" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_change" ON "exchange" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_remove" ON "exchange" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_agreement_read" ON "exchange_agreement" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from exchange where exchange.id = "exchange_agreement"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_agreement_write" ON "exchange_agreement" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() in ('person', 'link') and exists (select 1 from exchange where exchange.id = "exchange_agreement"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_agreement_add" ON "exchange_agreement" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_agreement_change" ON "exchange_agreement" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_agreement_remove" ON "exchange_agreement" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_answer_read" ON "exchange_answer" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from exchange where exchange.id = "exchange_answer"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_answer_write" ON "exchange_answer" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() in ('person', 'link') and exists (select 1 from exchange where exchange.id = "exchange_answer"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_answer_add" ON "exchange_answer" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_answer_change" ON "exchange_answer" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_answer_remove" ON "exchange_answer" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_brief_read" ON "exchange_brief" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from exchange where exchange.id = "exchange_brief"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_brief_write" ON "exchange_brief" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() in ('person', 'link') and exists (select 1 from exchange where exchange.id = "exchange_brief"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_brief_add" ON "exchange_brief" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_brief_change" ON "exchange_brief" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_brief_remove" ON "exchange_brief" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_outcome_read" ON "exchange_outcome" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange_outcome"."exchange_id"::text) and "exchange_outcome"."is_trial" = saling_is_trial() and ("exchange_outcome"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange_outcome"."asked_city_id" = any((select saling_cities())::uuid[]))) or (saling_actor() is not null and "exchange_outcome"."is_shown_by_asking" and "exchange_outcome"."is_shown_by_asked" and (not "exchange_outcome"."is_trial" or saling_is_trial()) and exists (select 1 from practice where practice.id = "exchange_outcome"."practice_id" and practice.state = 'published')));--> statement-breakpoint
CREATE POLICY "exchange_outcome_say" ON "exchange_outcome" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'person' and "exchange_outcome"."is_trial" = saling_is_trial() and "exchange_outcome"."asking_city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "exchange_outcome_consent" ON "exchange_outcome" AS PERMISSIVE FOR UPDATE TO "saling_app" USING ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange_outcome"."exchange_id"::text) and "exchange_outcome"."is_trial" = saling_is_trial() and ("exchange_outcome"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange_outcome"."asked_city_id" = any((select saling_cities())::uuid[]))) WITH CHECK ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange_outcome"."exchange_id"::text) and "exchange_outcome"."is_trial" = saling_is_trial() and ("exchange_outcome"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange_outcome"."asked_city_id" = any((select saling_cities())::uuid[])));--> statement-breakpoint
CREATE POLICY "exchange_outcome_add" ON "exchange_outcome" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_outcome_change" ON "exchange_outcome" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_outcome_remove" ON "exchange_outcome" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_standing_read" ON "exchange_standing" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange_standing"."exchange_id"::text) and "exchange_standing"."is_trial" = saling_is_trial() and ("exchange_standing"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange_standing"."asked_city_id" = any((select saling_cities())::uuid[]))) or (saling_actor() = 'person' and "exchange_standing"."is_trial" = saling_is_trial() and (saling_serves("exchange_standing"."asking_city_id") or saling_serves("exchange_standing"."asked_city_id"))));--> statement-breakpoint
CREATE POLICY "exchange_standing_write" ON "exchange_standing" AS PERMISSIVE FOR ALL TO "saling_app" USING ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange_standing"."exchange_id"::text) and "exchange_standing"."is_trial" = saling_is_trial() and ("exchange_standing"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange_standing"."asked_city_id" = any((select saling_cities())::uuid[]))) WITH CHECK ((saling_actor() = 'person' or saling_link('answer-exchange') = "exchange_standing"."exchange_id"::text) and "exchange_standing"."is_trial" = saling_is_trial() and ("exchange_standing"."asking_city_id" = any((select saling_cities())::uuid[]) or "exchange_standing"."asked_city_id" = any((select saling_cities())::uuid[])));--> statement-breakpoint
CREATE POLICY "exchange_standing_add" ON "exchange_standing" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_standing_change" ON "exchange_standing" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_standing_remove" ON "exchange_standing" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_step_read" ON "exchange_step" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from exchange where exchange.id = "exchange_step"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_step_write" ON "exchange_step" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() in ('person', 'link') and exists (select 1 from exchange where exchange.id = "exchange_step"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_step_add" ON "exchange_step" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_step_change" ON "exchange_step" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_step_remove" ON "exchange_step" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
ALTER POLICY "notice_read" ON "notice" TO saling_app USING (saling_actor() = 'job' or "notice"."person_id" = saling_person() or ((select saling_is_officer()) and "notice"."template" <> 'sign-in' and "notice"."template" not like 'exchange-%' and "notice"."is_trial" = saling_is_trial() and (saling_sees_person("notice"."person_id") or exists (select 1 from invitation i where i.email = "notice"."email" and saling_sees_organisation(i.organisation_id)))));--> statement-breakpoint
ALTER POLICY "notice_again" ON "notice" TO saling_app USING ("notice"."state" in ('failed', 'queued') and ((select saling_is_officer()) and "notice"."template" <> 'sign-in' and "notice"."template" not like 'exchange-%' and "notice"."is_trial" = saling_is_trial() and (saling_sees_person("notice"."person_id") or exists (select 1 from invitation i where i.email = "notice"."email" and saling_sees_organisation(i.organisation_id))))) WITH CHECK ("notice"."state" = 'queued' and ((select saling_is_officer()) and "notice"."template" <> 'sign-in' and "notice"."template" not like 'exchange-%' and "notice"."is_trial" = saling_is_trial() and (saling_sees_person("notice"."person_id") or exists (select 1 from invitation i where i.email = "notice"."email" and saling_sees_organisation(i.organisation_id)))));