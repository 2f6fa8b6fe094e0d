CREATE TABLE "exchange_clearance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exchange_id" uuid NOT NULL,
	"city_id" uuid NOT NULL,
	"side" text NOT NULL,
	"what" text NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "exchange_clearance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_paper" (
	"exchange_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"side" text NOT NULL,
	"items" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "exchange_paper_exchange_id_kind_version_pk" PRIMARY KEY("exchange_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "exchange_paper" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "exchange_clearance" ADD CONSTRAINT "exchange_clearance_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_clearance" ADD CONSTRAINT "exchange_clearance_city_id_city_id_fk" FOREIGN KEY ("city_id") REFERENCES "public"."city"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_paper" ADD CONSTRAINT "exchange_paper_exchange_id_exchange_id_fk" FOREIGN KEY ("exchange_id") REFERENCES "public"."exchange"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exchange_clearance_exchange" ON "exchange_clearance" USING btree ("exchange_id");--> statement-breakpoint
CREATE POLICY "exchange_clearance_read" ON "exchange_clearance" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from exchange where exchange.id = "exchange_clearance"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_clearance_own" ON "exchange_clearance" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() = 'person' and "exchange_clearance"."city_id" = any((select saling_cities())::uuid[]) and exists (select 1 from exchange where exchange.id = "exchange_clearance"."exchange_id")) WITH CHECK (saling_actor() = 'person' and "exchange_clearance"."city_id" = any((select saling_cities())::uuid[]) and exists (select 1 from exchange where exchange.id = "exchange_clearance"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_clearance_add" ON "exchange_clearance" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_clearance_change" ON "exchange_clearance" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_clearance_remove" ON "exchange_clearance" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_paper_read" ON "exchange_paper" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from exchange where exchange.id = "exchange_paper"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_paper_write" ON "exchange_paper" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() in ('person', 'link') and exists (select 1 from exchange where exchange.id = "exchange_paper"."exchange_id"));--> statement-breakpoint
CREATE POLICY "exchange_paper_add" ON "exchange_paper" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_paper_change" ON "exchange_paper" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "exchange_paper_remove" ON "exchange_paper" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');