CREATE TABLE "notice_seen" (
	"person_id" uuid NOT NULL,
	"about" text NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "notice_seen_person_id_about_pk" PRIMARY KEY("person_id","about")
);
--> statement-breakpoint
ALTER TABLE "notice_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "counted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_seen" ADD CONSTRAINT "notice_seen_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_gathered" ON "notice" USING btree ("person_id") WHERE state = 'gathered' and digest_id is null;--> statement-breakpoint
CREATE POLICY "notice_seen_own" ON "notice_seen" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "notice_seen"."person_id" = saling_person()) WITH CHECK (saling_actor() = 'person' and "notice_seen"."person_id" = saling_person());--> statement-breakpoint
CREATE POLICY "notice_seen_read" ON "notice_seen" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "notice_seen_add" ON "notice_seen" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "notice_seen_change" ON "notice_seen" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "notice_seen_remove" ON "notice_seen" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
ALTER POLICY "notice_read" ON "notice" TO saling_app USING (saling_actor() = 'job' or "notice"."person_id" = saling_person() or ((select saling_is_officer()) and "notice"."template" not in ('sign-in', 'digest') and "notice"."template" not like 'exchange-%' and "notice"."is_trial" = saling_is_trial() and (saling_sees_person("notice"."person_id") or exists (select 1 from invitation i where i.email = "notice"."email" and saling_sees_organisation(i.organisation_id)))));--> statement-breakpoint
ALTER POLICY "notice_again" ON "notice" TO saling_app USING ("notice"."state" in ('failed', 'queued') and ((select saling_is_officer()) and "notice"."template" not in ('sign-in', 'digest') and "notice"."template" not like 'exchange-%' and "notice"."is_trial" = saling_is_trial() and (saling_sees_person("notice"."person_id") or exists (select 1 from invitation i where i.email = "notice"."email" and saling_sees_organisation(i.organisation_id))))) WITH CHECK ("notice"."state" = 'queued' and ((select saling_is_officer()) and "notice"."template" not in ('sign-in', 'digest') and "notice"."template" not like 'exchange-%' and "notice"."is_trial" = saling_is_trial() and (saling_sees_person("notice"."person_id") or exists (select 1 from invitation i where i.email = "notice"."email" and saling_sees_organisation(i.organisation_id)))));--> statement-breakpoint
CREATE OR REPLACE FUNCTION saling_erase_person(someone uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
DECLARE address text;
BEGIN
  IF saling_actor() IS DISTINCT FROM 'job' AND someone IS DISTINCT FROM saling_person() THEN
    RETURN false;
  END IF;
  SELECT email INTO address FROM person WHERE id = someone AND erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM session WHERE person_id = someone;
  DELETE FROM api_token WHERE person_id = someone;
  DELETE FROM notice WHERE person_id = someone OR email = address;
  DELETE FROM notice_seen WHERE person_id = someone;
  DELETE FROM sign_in_request WHERE email = address;
  DELETE FROM invitation WHERE email = address;
  UPDATE invitation SET invited_by = NULL WHERE invited_by = someone;
  UPDATE correction SET email = NULL WHERE email = address;
  UPDATE record_draft SET written_by = NULL WHERE written_by = someone;
  UPDATE record_draft SET sent_by = NULL WHERE sent_by = someone;
  UPDATE record_version SET by_person = NULL WHERE by_person = someone;
  UPDATE city_fact_version SET by_person = NULL WHERE by_person = someone;
  UPDATE city_fact_draft SET written_by = NULL WHERE written_by = someone;
  UPDATE evidence_review SET by_person = NULL WHERE by_person = someone;
  UPDATE file SET uploaded_by = NULL WHERE uploaded_by = someone;
  UPDATE appointment SET state = 'ended', ended_at = saling_now(), version = version + 1
    WHERE person_id = someone AND state <> 'ended';
  UPDATE appointment SET letter_reference = NULL, letter_file_id = NULL WHERE person_id = someone;
  UPDATE person SET email = NULL, name = '', consent_version = NULL, consent_language = NULL, consented_at = NULL,
    erased_at = saling_now() WHERE id = someone;
  RETURN true;
END $$;
