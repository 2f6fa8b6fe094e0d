-- Read by the policy of match_evidence for every actor, jobs included, so that no list can show a held pair.
CREATE FUNCTION is_held_back(one uuid, other uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM hold_back h WHERE h.city_low = least(one, other) AND h.city_high = greatest(one, other)
  );
END $$;
