ALTER TABLE "invitation" DROP CONSTRAINT "invitation_token_hash_unique";--> statement-breakpoint
ALTER TABLE "invitation" DROP COLUMN "token_hash";