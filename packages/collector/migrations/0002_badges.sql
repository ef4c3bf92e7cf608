CREATE TABLE "badge_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"salt" text NOT NULL,
	"email_hash" text NOT NULL,
	"badge_id" text NOT NULL,
	"badge_name" text NOT NULL,
	"credential" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	CONSTRAINT "badge_claims_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "badge_documents" (
	"issuer_id" text NOT NULL,
	"path" text NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "badge_documents_issuer_id_path_pk" PRIMARY KEY("issuer_id","path")
);
--> statement-breakpoint
CREATE TABLE "badge_issuers" (
	"id" text PRIMARY KEY NOT NULL,
	"did" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "badge_claims" ADD CONSTRAINT "badge_claims_issuer_id_badge_issuers_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."badge_issuers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_documents" ADD CONSTRAINT "badge_documents_issuer_id_badge_issuers_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."badge_issuers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "badge_claims_issuer" ON "badge_claims" USING btree ("issuer_id","created_at");--> statement-breakpoint
CREATE INDEX "badge_claims_expiry" ON "badge_claims" USING btree ("expires_at");