-- Read by the policy of match_evidence for every actor, jobs included. What a desk of the trial copy holds back is so for desks only.
CREATE OR REPLACE FUNCTION is_held_back(one uuid, other uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM hold_back h
    WHERE h.city_low = least(one, other) AND h.city_high = greatest(one, other) AND (NOT h.is_trial OR saling_is_trial())
  );
END $$;
--> statement-breakpoint
-- Cities that are not suggested to one's own for a while, in the world of who asks; of another's city nobody learns any.
CREATE FUNCTION saling_resting(which uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  IF saling_actor() IS DISTINCT FROM 'job' AND NOT which = ANY (saling_cities()) THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    SELECT CASE WHEN r.city_low = which THEN r.city_high ELSE r.city_low END FROM match_rest r
    WHERE which IN (r.city_low, r.city_high) AND r.is_trial = saling_is_trial()
      AND saling_now() >= r.from_at AND saling_now() < r.until_at);
END $$;
--> statement-breakpoint
-- A place of the asked city for an exchange of the actor's: the first of these months (12 x year + month - 1) that has one,
-- 0 where the city has said nothing of that year, null where none is left. Of two at once the second waits for the row.
CREATE FUNCTION saling_take_place(which uuid, months int[]) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$
DECLARE asked exchange; wanted int;
BEGIN
  SELECT * INTO asked FROM exchange x
    WHERE x.id = which AND x.state = 'requested' AND x.is_trial = saling_is_trial()
      AND (x.asking_city_id = ANY (saling_cities()) OR x.asked_city_id = ANY (saling_cities()));
  IF NOT FOUND THEN RETURN NULL; END IF;
  FOREACH wanted IN ARRAY months LOOP
    IF NOT EXISTS (SELECT 1 FROM hosting_month h
      WHERE h.city_id = asked.asked_city_id AND h.is_trial = asked.is_trial AND h.year = wanted / 12) THEN RETURN 0; END IF;
    UPDATE hosting_month h SET taken = h.taken + 1
      WHERE h.city_id = asked.asked_city_id AND h.is_trial = asked.is_trial AND h.year = wanted / 12
        AND h.month = wanted % 12 + 1 AND h.taken < h.places;
    IF FOUND THEN RETURN wanted; END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Gives back the place that an exchange of the actor's holds.
CREATE FUNCTION saling_release_place(which uuid) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  UPDATE hosting_month h SET taken = h.taken - 1 FROM exchange x
    WHERE x.id = which AND x.hosted_month IS NOT NULL AND x.is_trial = saling_is_trial()
      AND (x.asking_city_id = ANY (saling_cities()) OR x.asked_city_id = ANY (saling_cities()))
      AND h.city_id = x.asked_city_id AND h.is_trial = x.is_trial
      AND h.year = x.hosted_month / 12 AND h.month = x.hosted_month % 12 + 1 AND h.taken > 0;
END $$;
