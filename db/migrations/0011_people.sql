CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "api_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"letter_reference" text,
	"is_trial" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "appointment_order" CHECK ("appointment"."to_on" is null or "appointment"."to_on" >= "appointment"."from_on")
);
--> statement-breakpoint
ALTER TABLE "appointment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"invited_by" uuid,
	"is_trial" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"city_id" uuid,
	"forum" text,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "organisation_city" CHECK (("organisation"."kind" = 'city-office') = ("organisation"."city_id" is not null)),
	CONSTRAINT "organisation_forum" CHECK (("organisation"."kind" = 'secretariat') = ("organisation"."forum" is not null))
);
--> statement-breakpoint
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"name" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"consent_version" integer,
	"consent_language" text,
	"consented_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_name_length" CHECK (char_length("person"."name") <= 500)
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"expires_at" timestamp with time zone DEFAULT saling_now() + interval '30 days' NOT NULL,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_request_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sign_in_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"sealed" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"is_trial" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notice_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "city" ADD COLUMN "is_trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "is_trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "is_trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_token_person" ON "api_token" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appointment_person" ON "appointment" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_once" ON "appointment" USING btree ("organisation_id","person_id","role") WHERE state <> 'ended';--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_one_focal_point" ON "appointment" USING btree ("organisation_id","role") WHERE state = 'confirmed' and role in ('focal-point', 'deputy') and not is_trial;--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_once" ON "invitation" USING btree ("organisation_id","role","email") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_one_per_city" ON "organisation" USING btree ("city_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_name" ON "organisation" USING btree ("kind","name") WHERE kind <> 'city-office';--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_request_email" ON "sign_in_request" USING btree ("email");--> statement-breakpoint
CREATE INDEX "notice_due" ON "notice" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id");--> statement-breakpoint
CREATE POLICY "city_own" ON "city" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() in ('person', 'link') and "city"."id" = any((select saling_cities())::uuid[]) and "city"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() in ('person', 'link') and "city"."id" = any((select saling_cities())::uuid[]) and "city"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "forum_membership_officer" ON "forum_membership" AS PERMISSIVE FOR ALL TO "saling_app" USING ("forum_membership"."forum" = any((select saling_forums())::text[])) WITH CHECK ("forum_membership"."forum" = any((select saling_forums())::text[]));--> statement-breakpoint
CREATE POLICY "need_own" ON "need" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() in ('person', 'link') and "need"."city_id" = any((select saling_cities())::uuid[]) and "need"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() in ('person', 'link') and "need"."city_id" = any((select saling_cities())::uuid[]) and "need"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "practice_officer" ON "practice" AS PERMISSIVE FOR UPDATE TO "saling_app" USING ("practice"."state" = 'published' and "practice"."is_trial" = saling_is_trial() and saling_serves("practice"."city_id"));--> statement-breakpoint
CREATE POLICY "practice_own" ON "practice" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() in ('person', 'link') and "practice"."city_id" = any((select saling_cities())::uuid[]) and "practice"."is_trial" = saling_is_trial()) WITH CHECK (saling_actor() in ('person', 'link') and "practice"."city_id" = any((select saling_cities())::uuid[]) and "practice"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "api_token_own" ON "api_token" AS PERMISSIVE FOR ALL TO "saling_app" USING ("api_token"."person_id" = saling_person()) WITH CHECK ("api_token"."person_id" = saling_person());--> statement-breakpoint
CREATE POLICY "api_token_read" ON "api_token" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "api_token_add" ON "api_token" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "api_token_change" ON "api_token" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "api_token_remove" ON "api_token" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "appointment_read" ON "appointment" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or "appointment"."person_id" = saling_person() or saling_sees_organisation("appointment"."organisation_id"));--> statement-breakpoint
CREATE POLICY "appointment_link" ON "appointment" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK ("appointment"."state" = 'named' and saling_link('invitation') is not null);--> statement-breakpoint
CREATE POLICY "appointment_write" ON "appointment" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_sees_organisation("appointment"."organisation_id")) WITH CHECK (saling_sees_organisation("appointment"."organisation_id"));--> statement-breakpoint
CREATE POLICY "appointment_add" ON "appointment" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "appointment_change" ON "appointment" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "appointment_remove" ON "appointment" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "invitation_all" ON "invitation" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_sees_organisation("invitation"."organisation_id")) WITH CHECK (saling_sees_organisation("invitation"."organisation_id"));--> statement-breakpoint
CREATE POLICY "invitation_link" ON "invitation" AS PERMISSIVE FOR ALL TO "saling_app" USING ("invitation"."id"::text = saling_link('invitation')) WITH CHECK ("invitation"."id"::text = saling_link('invitation'));--> statement-breakpoint
CREATE POLICY "invitation_read" ON "invitation" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "invitation_add" ON "invitation" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "invitation_change" ON "invitation" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "invitation_remove" ON "invitation" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "organisation_observer" ON "organisation" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK ("organisation"."kind" = 'observer' and saling_is_officer());--> statement-breakpoint
CREATE POLICY "organisation_read" ON "organisation" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "organisation_add" ON "organisation" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "organisation_change" ON "organisation" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "organisation_remove" ON "organisation" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "person_read" ON "person" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or "person"."id" = saling_person() or saling_sees_person("person"."id"));--> statement-breakpoint
CREATE POLICY "person_change_own" ON "person" AS PERMISSIVE FOR UPDATE TO "saling_app" USING ("person"."id" = saling_person()) WITH CHECK ("person"."id" = saling_person());--> statement-breakpoint
CREATE POLICY "person_link" ON "person" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from invitation i where i.id::text = saling_link('invitation') and i.email = "person"."email"));--> statement-breakpoint
CREATE POLICY "person_join" ON "person" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (exists (select 1 from invitation i where i.id::text = saling_link('invitation') and i.email = "person"."email"));--> statement-breakpoint
CREATE POLICY "person_add" ON "person" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "person_change" ON "person" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "person_remove" ON "person" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "session_own" ON "session" AS PERMISSIVE FOR ALL TO "saling_app" USING ("session"."person_id" = saling_person()) WITH CHECK ("session"."person_id" = saling_person());--> statement-breakpoint
CREATE POLICY "session_read" ON "session" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "session_add" ON "session" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "session_change" ON "session" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "session_remove" ON "session" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "sign_in_request_read" ON "sign_in_request" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "sign_in_request_add" ON "sign_in_request" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "sign_in_request_change" ON "sign_in_request" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "sign_in_request_remove" ON "sign_in_request" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "notice_ask" ON "notice" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() in ('person', 'link', 'visitor'));--> statement-breakpoint
CREATE POLICY "notice_read" ON "notice" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or "notice"."person_id" = saling_person() or (select saling_is_officer()));--> statement-breakpoint
CREATE POLICY "notice_add" ON "notice" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "notice_change" ON "notice" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "notice_remove" ON "notice" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
ALTER POLICY "city_read" ON "city" TO saling_app USING (saling_actor() = 'job' or (saling_actor() is not null and (not "city"."is_trial" or saling_is_trial()) and (("city"."state" = 'published' and ("city"."audience" = 'public' or ("city"."audience" in ('members', 'observers') and (select saling_is_member())) or ("city"."audience" = 'observers' and (select saling_is_observer())))) or (saling_actor() in ('person', 'link') and "city"."id" = any((select saling_cities())::uuid[])))));--> statement-breakpoint
ALTER POLICY "correction_ask" ON "correction" TO saling_app WITH CHECK (saling_actor() in ('visitor', 'person'));--> statement-breakpoint
ALTER POLICY "match_evidence_read" ON "match_evidence" TO saling_app USING ((saling_actor() = 'job' or (saling_actor() = 'person' and ("match_evidence"."city_id" = any((select saling_cities())::uuid[]) or "match_evidence"."other_city_id" = any((select saling_cities())::uuid[])))) and not is_held_back("match_evidence"."city_id", "match_evidence"."other_city_id"));--> statement-breakpoint
ALTER POLICY "need_read" ON "need" TO saling_app USING (saling_actor() = 'job' or (saling_actor() is not null and (not "need"."is_trial" or saling_is_trial()) and (("need"."state" = 'published' and ("need"."audience" = 'public' or ("need"."audience" in ('members', 'observers') and (select saling_is_member())) or ("need"."audience" = 'observers' and (select saling_is_observer())))) or (saling_actor() in ('person', 'link') and "need"."city_id" = any((select saling_cities())::uuid[])))));--> statement-breakpoint
ALTER POLICY "practice_read" ON "practice" TO saling_app USING (saling_actor() = 'job' or (saling_actor() is not null and (not "practice"."is_trial" or saling_is_trial()) and (("practice"."state" = 'published' and ("practice"."audience" = 'public' or ("practice"."audience" in ('members', 'observers') and (select saling_is_member())) or ("practice"."audience" = 'observers' and (select saling_is_observer())))) or (saling_actor() in ('person', 'link') and "practice"."city_id" = any((select saling_cities())::uuid[])))));