-- Of requests, each world's officers read their own in the trail.
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
    ELSE RETURN false;
  END CASE;
END $$;
