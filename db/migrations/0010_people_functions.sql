-- Who acts, for row policies. Owner's rights: the application may not read the tables behind them at large.
CREATE FUNCTION saling_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('saling.person_id', true), '')::uuid $$;
--> statement-breakpoint
-- What a link that came by mail is for, and which record it names; empty for everybody else.
CREATE FUNCTION saling_link(purpose text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN current_setting('saling.actor_kind', true) = 'link' AND current_setting('saling.link_purpose', true) = purpose
    THEN nullif(current_setting('saling.link_subject', true), '') END $$;
--> statement-breakpoint
-- Days begin first in Dili (UTC+9) and end last in Yangon (UTC+6:30).
CREATE FUNCTION saling_runs(state text, from_on date, to_on date) RETURNS boolean LANGUAGE plpgsql STABLE
  AS $$
BEGIN
  RETURN state = 'confirmed'
    AND from_on <= (saling_now() AT TIME ZONE 'Asia/Dili')::date
    AND (to_on IS NULL OR to_on >= (saling_now() AT TIME ZONE 'Asia/Yangon')::date);
END $$;
--> statement-breakpoint
CREATE FUNCTION saling_cities() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN ARRAY(
    SELECT o.city_id FROM appointment a JOIN organisation o ON o.id = a.organisation_id
    WHERE a.person_id = saling_person() AND o.kind = 'city-office' AND saling_runs(a.state, a.from_on, a.to_on));
END $$;
--> statement-breakpoint
-- Forums whose secretariat the person is an officer of.
CREATE FUNCTION saling_forums() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN ARRAY(
    SELECT o.forum FROM appointment a JOIN organisation o ON o.id = a.organisation_id
    WHERE a.person_id = saling_person() AND o.kind = 'secretariat' AND a.role = 'secretariat-officer'
      AND saling_runs(a.state, a.from_on, a.to_on));
END $$;
--> statement-breakpoint
CREATE FUNCTION saling_is_officer() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$ BEGIN RETURN cardinality(saling_forums()) > 0; END $$;
--> statement-breakpoint
CREATE FUNCTION saling_is_member() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM appointment a JOIN organisation o ON o.id = a.organisation_id
    WHERE a.person_id = saling_person() AND o.kind <> 'observer' AND saling_runs(a.state, a.from_on, a.to_on));
END $$;
--> statement-breakpoint
CREATE FUNCTION saling_is_observer() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM appointment a JOIN organisation o ON o.id = a.organisation_id
    WHERE a.person_id = saling_person() AND o.kind = 'observer' AND saling_runs(a.state, a.from_on, a.to_on));
END $$;
--> statement-breakpoint
-- A secretariat serves the members of its forum; a city in no forum is served by the AGMF Secretariat.
CREATE FUNCTION saling_serves(city uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
DECLARE forums text[] := saling_forums();
BEGIN
  RETURN cardinality(forums) > 0 AND city IS NOT NULL AND (
    EXISTS (SELECT 1 FROM forum_membership m WHERE m.city_id = city AND m.status = 'member' AND m.forum = ANY (forums))
    OR ('AGMF' = ANY (forums)
      AND NOT EXISTS (SELECT 1 FROM forum_membership m WHERE m.city_id = city AND m.status = 'member')));
END $$;
--> statement-breakpoint
-- Whose people and invitations one may see: one's own office's, and a secretariat those of the cities it serves,
-- of observers and of the chair.
CREATE FUNCTION saling_sees_organisation(organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN saling_person() IS NOT NULL AND (
    EXISTS (
      SELECT 1 FROM appointment a
      WHERE a.person_id = saling_person() AND a.organisation_id = organisation AND saling_runs(a.state, a.from_on, a.to_on))
    OR EXISTS (
      SELECT 1 FROM organisation o
      WHERE o.id = organisation
        AND (saling_serves(o.city_id) OR (o.kind IN ('observer', 'chair') AND saling_is_officer()))));
END $$;
--> statement-breakpoint
CREATE FUNCTION saling_sees_person(someone uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
BEGIN
  RETURN saling_person() IS NOT NULL AND EXISTS (
    SELECT 1 FROM appointment a WHERE a.person_id = someone AND saling_sees_organisation(a.organisation_id));
END $$;
