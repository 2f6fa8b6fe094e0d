ALTER TABLE "sign_in_request" ADD COLUMN "return_to" text;--> statement-breakpoint
ALTER TABLE "sign_in_request" ADD COLUMN "issued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "expires_at" timestamp with time zone;