CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
DO $$
BEGIN
  CREATE ROLE saling_app NOLOGIN NOINHERIT;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'saling_app', 'SET') THEN
    EXECUTE format('GRANT saling_app TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO saling_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO saling_app;
--> statement-breakpoint
CREATE FUNCTION saling_actor() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('saling.actor_kind', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION saling_is_trial() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('saling.is_trial', true), '') = 'on' $$;
--> statement-breakpoint
CREATE FUNCTION saling_now() RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$ BEGIN RETURN now() + coalesce((SELECT c."offset" FROM clock c WHERE c.id = 1), interval '0'); END $$;
