CREATE TABLE "hosting_month" (
	"city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"places" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "hosting_month_city_id_is_trial_year_month_pk" PRIMARY KEY("city_id","is_trial","year","month"),
	CONSTRAINT "hosting_month_month" CHECK ("hosting_month"."month" between 1 and 12),
	CONSTRAINT "hosting_month_places" CHECK ("hosting_month"."taken" between 0 and "hosting_month"."places")
);
--> statement-breakpoint
ALTER TABLE "hosting_month" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_not_relevant" (
	"city_id" uuid NOT NULL,
	"other_city_id" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"said_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "match_not_relevant_city_id_other_city_id_is_trial_pk" PRIMARY KEY("city_id","other_city_id","is_trial")
);
--> statement-breakpoint
ALTER TABLE "match_not_relevant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_price" (
	"city_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"price" real NOT NULL,
	CONSTRAINT "match_price_city_id_mode_is_trial_pk" PRIMARY KEY("city_id","mode","is_trial")
);
--> statement-breakpoint
ALTER TABLE "match_price" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_rest" (
	"city_low" uuid NOT NULL,
	"city_high" uuid NOT NULL,
	"is_trial" boolean DEFAULT false NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_rest_city_low_city_high_is_trial_pk" PRIMARY KEY("city_low","city_high","is_trial"),
	CONSTRAINT "match_rest_order" CHECK ("match_rest"."city_low" < "match_rest"."city_high")
);
--> statement-breakpoint
ALTER TABLE "match_rest" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "hold_back" ADD COLUMN "is_trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "hold_back" DROP CONSTRAINT "hold_back_city_low_city_high_pk";--> statement-breakpoint
ALTER TABLE "hold_back" ADD CONSTRAINT "hold_back_city_low_city_high_is_trial_pk" PRIMARY KEY("city_low","city_high","is_trial");--> statement-breakpoint
ALTER TABLE "exchange" ADD COLUMN "hosted_month" integer;--> statement-breakpoint
ALTER TABLE "hosting_month" ADD CONSTRAINT "hosting_month_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_not_relevant" ADD CONSTRAINT "match_not_relevant_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_not_relevant" ADD CONSTRAINT "match_not_relevant_other_city_id_city_id_fk" FOREIGN KEY ("other_city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_price" ADD CONSTRAINT "match_price_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_rest" ADD CONSTRAINT "match_rest_city_low_city_id_fk" FOREIGN KEY ("city_low") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_rest" ADD CONSTRAINT "match_rest_city_high_city_id_fk" FOREIGN KEY ("city_high") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "hold_back_served" ON "hold_back" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "hold_back"."is_trial" = saling_is_trial() and (saling_serves("hold_back"."city_low") or saling_serves("hold_back"."city_high"))) WITH CHECK (saling_actor() = 'person' and "hold_back"."is_trial" = saling_is_trial() and (saling_serves("hold_back"."city_low") or saling_serves("hold_back"."city_high")));--> statement-breakpoint
CREATE POLICY "hosting_month_read" ON "hosting_month" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() = 'person' and "hosting_month"."is_trial" = saling_is_trial() and (select saling_is_member())));--> statement-breakpoint
CREATE POLICY "hosting_month_own" ON "hosting_month" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "hosting_month"."is_trial" = saling_is_trial() and "hosting_month"."city_id" = any((select saling_cities())::uuid[])) WITH CHECK (saling_actor() = 'person' and "hosting_month"."is_trial" = saling_is_trial() and "hosting_month"."city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "hosting_month_add" ON "hosting_month" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "hosting_month_change" ON "hosting_month" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "hosting_month_remove" ON "hosting_month" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_not_relevant_read" ON "match_not_relevant" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_not_relevant_own" ON "match_not_relevant" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "match_not_relevant"."is_trial" = saling_is_trial() and "match_not_relevant"."city_id" = any((select saling_cities())::uuid[])) WITH CHECK (saling_actor() = 'person' and "match_not_relevant"."is_trial" = saling_is_trial() and "match_not_relevant"."city_id" = any((select saling_cities())::uuid[]));--> statement-breakpoint
CREATE POLICY "match_not_relevant_add" ON "match_not_relevant" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_not_relevant_change" ON "match_not_relevant" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_not_relevant_remove" ON "match_not_relevant" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_price_read" ON "match_price" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() = 'person' and (select saling_is_member())));--> statement-breakpoint
CREATE POLICY "match_price_add" ON "match_price" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_price_change" ON "match_price" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_price_remove" ON "match_price" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_rest_read" ON "match_rest" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_rest_add" ON "match_rest" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_rest_change" ON "match_rest" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "match_rest_remove" ON "match_rest" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');