-- Who waits for a mail to sign in does not wait behind matches that are computed anew.
-- Ended access is told at once, beside the queue: sockets are cut within a second.
CREATE OR REPLACE FUNCTION saling_event_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  PERFORM graphile_worker.add_job('event', json_build_object('eventId', NEW.id),
    priority => CASE WHEN NEW.type = 'sign-in.asked' THEN -10 ELSE 0 END);
  PERFORM pg_notify('saling_event', NEW.id::text);
  IF NEW.type IN ('session.ended', 'appointment.ended', 'person.erased') THEN
    PERFORM pg_notify('saling_access', json_build_object(
      'sessionId', CASE WHEN NEW.type = 'session.ended' THEN NEW.payload ->> 'id' END,
      'personId', CASE NEW.type WHEN 'appointment.ended' THEN NEW.payload ->> 'personId' WHEN 'person.erased' THEN NEW.payload ->> 'id' END)::text);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- One job a notice, at its time; trying again later moves the time.
CREATE FUNCTION saling_notice_due() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  PERFORM graphile_worker.add_job('notice', json_build_object('noticeId', NEW.id),
    run_at => now() + (NEW.due_at - saling_now()), job_key => 'notice:' || NEW.id, max_attempts => 5, priority => -10);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_added AFTER INSERT ON notice FOR EACH ROW WHEN (NEW.state = 'queued')
  EXECUTE FUNCTION saling_notice_due();
--> statement-breakpoint
CREATE TRIGGER notice_moved AFTER UPDATE OF state, due_at ON notice FOR EACH ROW
  WHEN (NEW.state = 'queued' AND (OLD.state <> 'queued' OR OLD.due_at IS DISTINCT FROM NEW.due_at))
  EXECUTE FUNCTION saling_notice_due();
