INSERT INTO clock (id) VALUES (1) ON CONFLICT DO NOTHING;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON clock FROM saling_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON audit, event FROM saling_app;
--> statement-breakpoint
CREATE FUNCTION saling_event_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  PERFORM graphile_worker.add_job('event', json_build_object('eventId', NEW.id));
  PERFORM pg_notify('saling_event', NEW.id::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_added AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION saling_event_added();
