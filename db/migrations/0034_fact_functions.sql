-- What is known of a city's fact to who asks: the city's own word where there is one, else what was compiled. Taken
-- away by the city it is JSON null. A desk's word counts at desks of the trial copy only, also for jobs.
CREATE FUNCTION saling_fact(asked uuid, fact text, compiled jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE
  AS $$
BEGIN
  RETURN coalesce(
    (SELECT CASE f.state WHEN 'stated' THEN f.value ELSE 'null'::jsonb END FROM city_fact f
      WHERE f.city_id = asked AND f.key = fact AND f.state <> 'unsaid' AND (NOT f.is_trial OR saling_is_trial())
      ORDER BY f.is_trial DESC LIMIT 1),
    compiled);
END $$;
--> statement-breakpoint
-- Whether a record, named as readers name it, is one of the city for whose office the person acts.
CREATE FUNCTION saling_own_record(kind text, readable_key text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN coalesce(saling_actor() = 'person' AND (CASE kind
    WHEN 'city' THEN (SELECT c.id FROM city c WHERE c.key = readable_key)
    WHEN 'practice' THEN (SELECT p.city_id FROM practice p WHERE p.key = readable_key)
    WHEN 'need' THEN (SELECT n.city_id FROM need n WHERE n.key = readable_key)
  END) = ANY (saling_cities()), false);
END $$;
--> statement-breakpoint
-- What was written of a city's facts, too, keeps no trace of a person who is erased.
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
