-- Only for oneself, or for a job. Owner's rights: a person may not write the tables behind it herself.
CREATE FUNCTION saling_erase_person(someone uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
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
  UPDATE appointment SET state = 'ended', ended_at = saling_now(), version = version + 1
    WHERE person_id = someone AND state <> 'ended';
  UPDATE person SET email = NULL, name = '', consent_language = NULL, erased_at = saling_now() WHERE id = someone;
  RETURN true;
END $$;
