-- Erasing leaves nothing that leads from what was written to the person: its author is the office. Letters of
-- appointment name her, so their numbers and photos go; photos are removed once nothing names them.
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
  UPDATE evidence_review SET by_person = NULL WHERE by_person = someone;
  UPDATE file SET uploaded_by = NULL WHERE uploaded_by = someone;
  UPDATE appointment SET state = 'ended', ended_at = saling_now(), version = version + 1
    WHERE person_id = someone AND state <> 'ended';
  UPDATE appointment SET letter_reference = NULL, letter_file_id = NULL WHERE person_id = someone;
  UPDATE person SET email = NULL, name = '', consent_version = NULL, consent_language = NULL, consented_at = NULL,
    erased_at = saling_now() WHERE id = someone;
  RETURN true;
END $$;
