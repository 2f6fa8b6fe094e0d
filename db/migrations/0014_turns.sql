CREATE TABLE "turn" (
	"key" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "turn_key_hour_pk" PRIMARY KEY("key","hour")
);
--> statement-breakpoint
ALTER TABLE "turn" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "turn_any" ON "turn" AS PERMISSIVE FOR ALL TO "saling_app" USING (saling_actor() is not null) WITH CHECK (saling_actor() is not null);