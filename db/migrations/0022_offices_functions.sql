-- The day in Jakarta, where both secretariats sit.
CREATE FUNCTION saling_today() RETURNS date LANGUAGE plpgsql STABLE
  AS $$ BEGIN RETURN (saling_now() AT TIME ZONE 'Asia/Jakarta')::date; END $$;
--> statement-breakpoint
-- The address of the person who acts: an invitation that names it is hers to see and to take.
CREATE FUNCTION saling_address() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$ BEGIN RETURN (SELECT p.email FROM person p WHERE p.id = saling_person()); END $$;
--> statement-breakpoint
-- Whether the secretariat of the person who acts serves the city of a record, named by its readable key.
CREATE FUNCTION saling_serves_record(kind text, readable_key text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN saling_is_officer() AND saling_serves(CASE kind
    WHEN 'city' THEN (SELECT c.id FROM city c WHERE c.key = readable_key)
    WHEN 'practice' THEN (SELECT p.city_id FROM practice p WHERE p.key = readable_key)
    WHEN 'need' THEN (SELECT n.city_id FROM need n WHERE n.key = readable_key)
  END);
END $$;
--> statement-breakpoint
-- Which rows of the trail an officer reads: what was done about the cities and bodies served. Drafts stay with
-- their city; of what is kept from everybody (pairs held back, sessions, tokens) there is no case here.
CREATE FUNCTION saling_sees_act(kind text, subject text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
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
      RETURN EXISTS (SELECT 1 FROM correction c WHERE c.id = about AND saling_serves_record(c.record_kind, c.record_key));
    ELSE RETURN false;
  END CASE;
END $$;
--> statement-breakpoint
-- The office that a person acts or last acted for: trails name offices, never persons.
CREATE FUNCTION saling_office_of(someone uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN (
    SELECT a.organisation_id FROM appointment a WHERE a.person_id = someone
    ORDER BY (a.state = 'confirmed') DESC, a.created_at DESC LIMIT 1);
END $$;
--> statement-breakpoint
-- Access ends with the last appointment, in the same transaction, whoever ends it.
CREATE FUNCTION saling_end_sessions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  DELETE FROM session s
  WHERE s.person_id = NEW.person_id
    AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = NEW.person_id AND a.state <> 'ended');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER appointment_ends AFTER UPDATE OF state ON appointment
  FOR EACH ROW WHEN (NEW.state = 'ended' AND OLD.state <> 'ended') EXECUTE FUNCTION saling_end_sessions();
