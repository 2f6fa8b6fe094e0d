-- Working copies and kept versions name files in the entries of their content, a version that can be undone also in
-- the record whose place it took. Whoever attaches a file takes the
-- same lock, shared: a file that is being attached is not removed meanwhile.
CREATE OR REPLACE FUNCTION saling_remove_unused_files(days integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
DECLARE removed integer;
BEGIN
  IF saling_actor() IS DISTINCT FROM 'job' THEN
    RETURN 0;
  END IF;
  PERFORM pg_advisory_xact_lock(5310450);
  DELETE FROM file f
  WHERE f.created_at < saling_now() - make_interval(days => days)
    AND NOT EXISTS (SELECT 1 FROM practice p WHERE f.id = ANY (p.attachments))
    AND NOT EXISTS (SELECT 1 FROM need n WHERE f.id = ANY (n.attachments))
    AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.letter_file_id = f.id)
    AND NOT EXISTS (SELECT 1 FROM record_version v WHERE v.approval_file_id = f.id)
    AND NOT EXISTS (
      SELECT 1 FROM record_draft d
      WHERE d.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('fileId', f.id)))
    AND NOT EXISTS (
      SELECT 1 FROM record_version v
      WHERE v.content -> 'attachments' @> jsonb_build_array(jsonb_build_object('fileId', f.id))
        OR v.replaced -> 'attachments' ? f.id::text);
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;
