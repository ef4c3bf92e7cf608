CREATE TABLE "ob_clients" (
	"id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"name" text NOT NULL,
	"uri" text,
	"redirect_uris" jsonb NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ob_credentials" (
	"holder_id" uuid NOT NULL,
	"badge_id" text NOT NULL,
	"content" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ob_credentials_holder_id_badge_id_pk" PRIMARY KEY("holder_id","badge_id")
);
--> statement-breakpoint
CREATE TABLE "ob_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"scope" text NOT NULL,
	"state" text NOT NULL,
	"challenge" text NOT NULL,
	"holder_id" uuid,
	"mail_hash" text,
	"code_hash" text,
	"claims" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ob_grants_hash" UNIQUE("token_hash"),
	CONSTRAINT "ob_grants_code" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "ob_holders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"email_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ob_profiles" (
	"holder_id" uuid PRIMARY KEY NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ob_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"grant_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"holder_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ob_credentials" ADD CONSTRAINT "ob_credentials_holder_id_ob_holders_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."ob_holders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ob_grants" ADD CONSTRAINT "ob_grants_client_id_ob_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."ob_clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ob_grants" ADD CONSTRAINT "ob_grants_holder_id_ob_holders_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."ob_holders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ob_profiles" ADD CONSTRAINT "ob_profiles_holder_id_ob_holders_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."ob_holders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ob_tokens" ADD CONSTRAINT "ob_tokens_client_id_ob_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."ob_clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ob_tokens" ADD CONSTRAINT "ob_tokens_holder_id_ob_holders_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."ob_holders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ob_tokens_grant" ON "ob_tokens" USING btree ("grant_id");