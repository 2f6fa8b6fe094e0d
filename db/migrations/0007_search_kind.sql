TRUNCATE "search_document", "search_posting", "search_group_document", "search_group_term", "search_group", "search_form", "search_term";--> statement-breakpoint
ALTER TABLE "search_group_document" ADD COLUMN "kind" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "search_posting" ADD COLUMN "kind" smallint NOT NULL;
