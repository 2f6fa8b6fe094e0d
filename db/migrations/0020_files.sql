CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"uploaded_by" uuid,
	"is_trial" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT saling_now() NOT NULL,
	CONSTRAINT "file_name_length" CHECK (char_length("file"."name") between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file_content" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file_content" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appointment" ADD COLUMN "letter_file_id" uuid;--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "attachments" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_content" ADD CONSTRAINT "file_content_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_organisation" ON "file" USING btree ("organisation_id");--> statement-breakpoint
CREATE POLICY "file_read" ON "file" AS PERMISSIVE FOR SELECT TO "saling_app" USING (saling_actor() = 'job' or (saling_actor() is not null and (not "file"."is_trial" or saling_is_trial()) and (saling_belongs("file"."organisation_id") or exists (select 1 from practice p where "file"."id" = any (p.attachments)) or exists (select 1 from need n where "file"."id" = any (n.attachments)) or exists (select 1 from appointment a where a.letter_file_id = "file"."id"))));--> statement-breakpoint
CREATE POLICY "file_upload" ON "file" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_belongs("file"."organisation_id") and "file"."is_trial" = saling_is_trial());--> statement-breakpoint
CREATE POLICY "file_add" ON "file" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "file_change" ON "file" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "file_remove" ON "file" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "file_content_read" ON "file_content" AS PERMISSIVE FOR SELECT TO "saling_app" USING (exists (select 1 from file f where f.id = "file_content"."file_id"));--> statement-breakpoint
CREATE POLICY "file_content_upload" ON "file_content" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (exists (select 1 from file f where f.id = "file_content"."file_id" and saling_belongs(f.organisation_id)));--> statement-breakpoint
CREATE POLICY "file_content_add" ON "file_content" AS PERMISSIVE FOR INSERT TO "saling_app" WITH CHECK (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "file_content_change" ON "file_content" AS PERMISSIVE FOR UPDATE TO "saling_app" USING (saling_actor() = 'job');--> statement-breakpoint
CREATE POLICY "file_content_remove" ON "file_content" AS PERMISSIVE FOR DELETE TO "saling_app" USING (saling_actor() = 'job');