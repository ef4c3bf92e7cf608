ALTER TABLE "ob_clients" ADD COLUMN "used_at" timestamp with time zone;--> statement-breakpoint
-- Those that stand may have been let in: they stay.
UPDATE "ob_clients" SET "used_at" = "created_at";
