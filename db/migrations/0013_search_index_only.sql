ALTER TABLE "search_posting" DROP CONSTRAINT "search_posting_term_id_search_term_id_fk";
--> statement-breakpoint
ALTER TABLE "search_posting" DROP CONSTRAINT "search_posting_document_id_search_document_id_fk";
--> statement-breakpoint
ALTER TABLE "search_group_document" DROP CONSTRAINT "search_group_document_group_id_document_id_pk";--> statement-breakpoint
ALTER TABLE "search_posting" DROP CONSTRAINT "search_posting_term_id_document_id_pk";--> statement-breakpoint
ALTER TABLE "search_group_document" ADD CONSTRAINT "search_group_document_group_id_kind_document_id_share_pk" PRIMARY KEY("group_id","kind","document_id","share");--> statement-breakpoint
ALTER TABLE "search_posting" ADD CONSTRAINT "search_posting_term_id_kind_document_id_impact_pk" PRIMARY KEY("term_id","kind","document_id","impact");