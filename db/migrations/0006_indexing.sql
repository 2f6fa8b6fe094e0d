CREATE TABLE "index_stale" (
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "index_stale_kind_record_id_pk" PRIMARY KEY("kind","record_id")
);
--> statement-breakpoint
ALTER TABLE "index_stale" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "search_document" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_document_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "search_document_record" UNIQUE("kind","record_id")
);
--> statement-breakpoint
CREATE TABLE "search_form" (
	"form" text collate "C" PRIMARY KEY NOT NULL,
	"term_id" integer NOT NULL,
	"is_unspaced" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_group" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_group_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text NOT NULL,
	"members" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "search_group_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "search_group_document" (
	"group_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	CONSTRAINT "search_group_document_group_id_document_id_pk" PRIMARY KEY("group_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "search_group_term" (
	"term_id" integer NOT NULL,
	"group_id" integer NOT NULL,
	CONSTRAINT "search_group_term_term_id_group_id_pk" PRIMARY KEY("term_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "search_posting" (
	"term_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	"impact" smallint NOT NULL,
	CONSTRAINT "search_posting_term_id_document_id_pk" PRIMARY KEY("term_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "search_term" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_term_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"term" text collate "C" NOT NULL,
	"frequency" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "search_term_term_unique" UNIQUE("term")
);
--> statement-breakpoint
ALTER TABLE "search_form" ADD CONSTRAINT "search_form_term_id_search_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."search_term"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_group_document" ADD CONSTRAINT "search_group_document_group_id_search_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."search_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_group_document" ADD CONSTRAINT "search_group_document_document_id_search_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."search_document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_group_term" ADD CONSTRAINT "search_group_term_term_id_search_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."search_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_group_term" ADD CONSTRAINT "search_group_term_group_id_search_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."search_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_posting" ADD CONSTRAINT "search_posting_term_id_search_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."search_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_posting" ADD CONSTRAINT "search_posting_document_id_search_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."search_document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_form_term" ON "search_form" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "search_form_trigram" ON "search_form" USING gin ("form" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_form_unspaced" ON "search_form" USING btree ("form") WHERE "search_form"."is_unspaced";--> statement-breakpoint
CREATE INDEX "search_group_document_document" ON "search_group_document" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "search_group_term_group" ON "search_group_term" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "search_posting_document" ON "search_posting" USING btree ("document_id");--> statement-breakpoint
CREATE POLICY "index_stale_read" ON "index_stale" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() is not null);--> statement-breakpoint
CREATE POLICY "index_stale_add" ON "index_stale" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "index_stale_change" ON "index_stale" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "index_stale_remove" ON "index_stale" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');