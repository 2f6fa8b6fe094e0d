-- The city whose office this is; null of secretariats, the chair and observers.
CREATE FUNCTION saling_city_of(organisation uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN (SELECT o.city_id FROM organisation o WHERE o.id = organisation);
END $$;
--> statement-breakpoint
-- The city whose record was published on the strength of this photo of a signed sheet.
CREATE FUNCTION saling_approved_with(file uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN (SELECT v.city_id FROM record_version v WHERE v.approval_file_id = file LIMIT 1);
END $$;
--> statement-breakpoint
-- Whoever is named for an office, or invited to it, may lay her letter of appointment there.
CREATE FUNCTION saling_brings_letter(organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN saling_person() IS NOT NULL AND (
    EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = saling_person() AND a.organisation_id = organisation AND a.state = 'named')
    OR EXISTS (SELECT 1 FROM invitation i JOIN person p ON p.email = i.email
      WHERE p.id = saling_person() AND i.organisation_id = organisation AND i.state = 'open'));
END $$;
