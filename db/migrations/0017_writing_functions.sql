-- Whether a practice or need has, had or will have this key, also where the actor may not see it.
CREATE FUNCTION saling_key_taken(record_kind text, wanted text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM record_draft d WHERE d.kind = record_kind AND d.key = wanted)
    OR EXISTS (SELECT 1 FROM former_key f WHERE f.kind = record_kind AND f.key = wanted)
    OR (record_kind = 'practice' AND EXISTS (SELECT 1 FROM practice p WHERE p.key = wanted))
    OR (record_kind = 'need' AND EXISTS (SELECT 1 FROM need n WHERE n.key = wanted));
END $$;
--> statement-breakpoint
-- Desks of the trial copy read the matches that were computed with their own records, once there are any.
CREATE FUNCTION saling_reads_trial_matches() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$ BEGIN RETURN saling_is_trial() AND EXISTS (SELECT 1 FROM match_evidence e WHERE e.is_trial); END $$;
