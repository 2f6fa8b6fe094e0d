-- Whether the person acts for this very office now; a secretariat that serves it does not.
CREATE FUNCTION saling_belongs(organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN saling_person() IS NOT NULL AND EXISTS (
    SELECT 1 FROM appointment a
    WHERE a.person_id = saling_person() AND a.organisation_id = organisation AND saling_runs(a.state, a.from_on, a.to_on));
END $$;
