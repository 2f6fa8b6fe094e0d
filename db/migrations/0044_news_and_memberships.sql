CREATE TABLE "news_ask" (
	"city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "news_ask_city_id_is_trial_pk" PRIMARY KEY("city_id","is_trial"),
	CONSTRAINT "news_ask_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "news_ask" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "forum_membership" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "news_ask" ADD CONSTRAINT "news_ask_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "news_ask_read" ON "news_ask" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "news_ask_officer" ON "news_ask" AS PERMISSIVE FOR ALL TO "saling_app" USING ((select saling_is_officer()) and "news_ask"."is_trial" = saling_is_trial() and saling_serves("news_ask"."city_id")) WITH CHECK ((select saling_is_officer()) and "news_ask"."is_trial" = saling_is_trial() and saling_serves("news_ask"."city_id"));--> statement-breakpoint
CREATE POLICY "news_ask_remove" ON "news_ask" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
-- A mail that was sent again stands in the trail of whoever reads that mail in the log.
CREATE OR REPLACE FUNCTION saling_sees_act(kind text, subject text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
DECLARE about uuid;
BEGIN
  IF subject !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN RETURN false; END IF;
  about := subject::uuid;
  CASE kind
    WHEN 'appointment' THEN
      RETURN EXISTS (SELECT 1 FROM appointment a WHERE a.id = about AND a.is_trial = saling_is_trial() AND saling_sees_organisation(a.organisation_id));
    WHEN 'invitation' THEN
      RETURN EXISTS (SELECT 1 FROM invitation i WHERE i.id = about AND i.is_trial = saling_is_trial() AND saling_sees_organisation(i.organisation_id));
    WHEN 'city' THEN RETURN saling_serves(about);
    WHEN 'membership' THEN RETURN saling_serves(about);
    WHEN 'practice' THEN
      RETURN EXISTS (SELECT 1 FROM practice p WHERE p.id = about AND p.state IN ('published', 'withdrawn') AND p.is_trial <= saling_is_trial() AND saling_serves(p.city_id));
    WHEN 'need' THEN
      RETURN EXISTS (SELECT 1 FROM need n WHERE n.id = about AND n.state IN ('published', 'withdrawn') AND n.is_trial <= saling_is_trial() AND saling_serves(n.city_id));
    WHEN 'correction' THEN
      RETURN EXISTS (SELECT 1 FROM correction c WHERE c.id = about AND c.is_trial = saling_is_trial() AND saling_serves_record(c.record_kind, c.record_key));
    WHEN 'mail' THEN
      RETURN EXISTS (SELECT 1 FROM notice n WHERE n.id = saling_sees_act.subject::uuid AND n.template NOT IN ('sign-in', 'digest') AND n.template NOT LIKE 'exchange-%' AND n.is_trial = saling_is_trial()
        AND (saling_sees_person(n.person_id) OR EXISTS (SELECT 1 FROM invitation i WHERE i.email = n.email AND saling_sees_organisation(i.organisation_id))));
    ELSE RETURN false;
  END CASE;
END $$;
