-- Keys of the records over which desks of the trial copy have laid one of theirs, for these desks; for others none.
CREATE FUNCTION saling_covered(record_kind text) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  IF NOT saling_is_trial() THEN RETURN '{}'; END IF;
  RETURN CASE record_kind
    WHEN 'practice' THEN (SELECT coalesce(array_agg(p.key), '{}') FROM practice p WHERE p.is_trial)
    WHEN 'need' THEN (SELECT coalesce(array_agg(n.key), '{}') FROM need n WHERE n.is_trial)
  END;
END $$;
--> statement-breakpoint
-- The same practices and needs as who asks sees them: at a desk of the trial copy what lies over them, in the same order.
CREATE FUNCTION saling_shown_ids(ids uuid[]) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  IF NOT saling_is_trial() THEN RETURN ids; END IF;
  RETURN (
    SELECT coalesce(array_agg(coalesce(over_p.id, over_n.id, given.id) ORDER BY given.place), '{}')
    FROM unnest(ids) WITH ORDINALITY AS given(id, place)
    LEFT JOIN practice p ON p.id = given.id AND NOT p.is_trial
    LEFT JOIN practice over_p ON over_p.key = p.key AND over_p.is_trial
    LEFT JOIN need n ON n.id = given.id AND NOT n.is_trial
    LEFT JOIN need over_n ON over_n.key = n.key AND over_n.is_trial);
END $$;
--> statement-breakpoint
-- A key may be that of two records of one city now: the real one, and what a desk has laid over it.
CREATE OR REPLACE FUNCTION saling_serves_record(kind text, readable_key text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN saling_is_officer() AND saling_serves(CASE kind
    WHEN 'city' THEN (SELECT c.id FROM city c WHERE c.key = readable_key)
    WHEN 'practice' THEN (SELECT p.city_id FROM practice p WHERE p.key = readable_key ORDER BY p.is_trial LIMIT 1)
    WHEN 'need' THEN (SELECT n.city_id FROM need n WHERE n.key = readable_key ORDER BY n.is_trial LIMIT 1)
  END);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION saling_own_record(kind text, readable_key text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN coalesce(saling_actor() = 'person' AND (CASE kind
    WHEN 'city' THEN (SELECT c.id FROM city c WHERE c.key = readable_key)
    WHEN 'practice' THEN (SELECT p.city_id FROM practice p WHERE p.key = readable_key ORDER BY p.is_trial LIMIT 1)
    WHEN 'need' THEN (SELECT n.city_id FROM need n WHERE n.key = readable_key ORDER BY n.is_trial LIMIT 1)
  END) = ANY (saling_cities()), false);
END $$;
