import * as z from 'zod';
import { record } from '../admin/audit.ts';
import { LANGUAGES } from '../http/language.ts';
import { Problem } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Caller, Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { surveyParams } from '../surveys/model.ts';
import { findSurvey, originsOf, requireOpen } from '../surveys/store.ts';
import { originAllowed } from '../http/cors.ts';
import { judge } from './check.ts';
import { unionOf, versionsOf } from './export.ts';
import { unknownNames, withoutUnknown } from './kept.ts';
import type { Data } from './kept.ts';
import { acknowledgement, answerParams, answerRecord, bodyLimit, submission } from './model.ts';
import { allAnswers, eraseAnswer, listAnswers } from './store.ts';
import { contentHash } from './writer.ts';

/** Loaded at the first export: the spreadsheet writer is of no use to whoever only receives. */
const formats = () => import('@assembleurs/commons/survey/formats/answers');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const exportQuery = z.object({ values: z.enum(['labels', 'codes']).default('labels'), lang: z.enum(LANGUAGES).default('fr') });
const file = (description: string, type: string) => ({
  description, type, headers: { 'Content-Disposition': 'attachment; filename' },
});
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const date = (text: string | null | undefined): Date | null => (text == null ? null : new Date(text));

export function answerRoutes(services: Services, options: { hubOrigins: readonly string[] }): Route[] {
  const { definitions, territory, now, writer } = services;
  const communeName = (code: string): string | undefined => territory.byCode(code)?.name;

  /** Everything that a file holds; noted in the audit log, because it takes personal data out. */
  async function exported(survey: string, caller: Caller, type: string) {
    const versions = await versionsOf(services, survey);
    const [newest, ...older] = versions;
    if (!newest) throw new Problem('survey-not-found');
    const records = await allAnswers(services, survey);
    await record(services.database, now(), { actor: caller.id, act: 'export', surveyId: survey, target: type, count: records.length });
    return { versions, records, definition: unionOf(newest.definition, older.map(({ definition }) => definition)) };
  }
  const attachment = (survey: string, extension: string, type: string) => ({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${survey}-${now().toISOString().slice(0, 10)}.${extension}"`,
    'Cache-Control': 'no-store',
  });

  return [
    route({
      method: 'post', path: '/surveys/{survey}/answers', operationId: 'sendAnswers', access: 'public', write: true,
      summary: 'Receives answers. Acknowledged only once they are on the disk; the same key again gives the same acknowledgement. What the definition calculates is calculated again; names that no version of the survey writes are left out.',
      params: surveyParams,
      headers: { 'Idempotency-Key': { description: 'A UUID, the same for each retry of the same sending.', required: true } },
      body: submission,
      replies: {
        200: { description: 'This key was already acknowledged with this content.', schema: acknowledgement },
        201: { description: 'Received and kept.', schema: acknowledgement },
      },
      problems: [
        'bad-idempotency-key', 'origin-not-allowed', 'not-open', 'survey-not-found', 'closed', 'invalid-answers', 'unknown-version', 'key-reused',
      ],
    })(async ({ params, body, language, context }) => {
      const idempotencyKey = context.req.header('idempotency-key')?.trim().replace(/^"(.*)"$/, '$1') ?? '';
      if (!UUID.test(idempotencyKey)) throw new Problem('bad-idempotency-key');
      const { survey, version: current } = await findSurvey(services, params.survey);
      const origin = context.req.header('origin');
      if (origin !== undefined && !originAllowed(origin, [...survey.origins, ...options.hubOrigins])) throw new Problem('origin-not-allowed');
      const receivedAt = now();
      const sent = await body(bodyLimit(await definitions.of(current.id)));
      const bodyHash = contentHash(sent);
      const key = idempotencyKey.toLowerCase();
      let version = current;
      let kept: Data;
      try {
        requireOpen(survey, receivedAt);
        if (sent.definitionVersion != null && sent.definitionVersion !== current.label) {
          ({ version } = await findSurvey(services, params.survey, sent.definitionVersion));
        }
        const { definition } = await definitions.of(version.id);
        kept = judge(sent, definition, territory, { language, now });
        if (unknownNames(kept, definition).length > 0) {
          kept = withoutUnknown(kept, (await versionsOf(services, params.survey)).map((each) => each.definition));
        }
      } catch (refusal) {
        // A retry is acknowledged even when the survey closed or changed since: its answer is here.
        const known = await writer.find(params.survey, key, bodyHash);
        if (known) return { status: 200, body: known };
        throw refusal;
      }
      const { acknowledgement: written, repeated } = await writer.write({
        surveyId: params.survey,
        versionId: version.id,
        idempotencyKey: key,
        bodyHash,
        commune: sent.commune == null ? null : territory.byCode(sent.commune)?.code ?? null,
        locale: sent.locale,
        startedAt: date(sent.startedAt),
        completedAt: date(sent.completedAt),
        receivedAt,
        answers: kept,
      });
      return { status: repeated ? 200 : 201, body: written };
    }),

    route({
      method: 'get', path: '/surveys/{survey}/answers', operationId: 'listAnswers', access: 'reader',
      summary: 'Answers in the order of arrival, by pages.',
      params: surveyParams,
      query: z.object({
        after: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      replies: {
        200: {
          description: 'A page. `next` is the `after` of the following page, null on the last; `last` is where this page ended, to ask later for what came since.',
          schema: z.object({ items: z.array(answerRecord), next: z.string().nullable(), last: z.string() }),
        },
      },
      problems: ['survey-not-found'],
    })(async ({ params, query }) => {
      if (!await originsOf(services, params.survey)) throw new Problem('survey-not-found');
      return { status: 200, body: await listAnswers(services, params.survey, query.after, query.limit) };
    }),

    route({
      method: 'get', path: '/surveys/{survey}/answers.csv', operationId: 'exportCsv', access: 'reader',
      summary: 'Every answer as CSV (semicolons, UTF-8 with BOM, one column an item); formulas are neutralised.',
      params: surveyParams, query: exportQuery,
      replies: { 200: file('The file.', 'text/csv') },
      problems: ['survey-not-found'],
    })(async ({ params, query, caller }) => {
      const { definition, records } = await exported(params.survey, caller, 'csv');
      const { answerTable, toCsv } = await formats();
      return { status: 200, headers: attachment(params.survey, 'csv', 'text/csv; charset=utf-8'), raw: toCsv(answerTable(definition, records, { ...query, communeName })) };
    }),

    route({
      method: 'get', path: '/surveys/{survey}/answers.xlsx', operationId: 'exportXlsx', access: 'reader',
      summary: 'Every answer as a workbook.',
      params: surveyParams, query: exportQuery,
      replies: { 200: file('The file.', XLSX) },
      problems: ['survey-not-found'],
    })(async ({ params, query, caller }) => {
      const { definition, records } = await exported(params.survey, caller, 'xlsx');
      const { answerTable, toXlsx } = await formats();
      const bytes = await toXlsx(answerTable(definition, records, { ...query, communeName }));
      return { status: 200, headers: attachment(params.survey, 'xlsx', XLSX), raw: new Uint8Array(bytes) };
    }),

    route({
      method: 'get', path: '/surveys/{survey}/answers.json', operationId: 'exportJson', access: 'reader',
      summary: 'Every answer as it was received, with every version of the definition.',
      params: surveyParams,
      replies: {
        200: {
          description: 'The file.',
          schema: z.object({
            survey: z.string(),
            exportedAt: z.iso.datetime(),
            definitions: z.record(z.string(), z.unknown()),
            answers: z.array(answerRecord),
          }),
          headers: { 'Content-Disposition': 'attachment; filename' },
        },
      },
      problems: ['survey-not-found'],
    })(async ({ params, caller }) => {
      const { versions, records } = await exported(params.survey, caller, 'json');
      const contents = {
        survey: params.survey,
        exportedAt: now().toISOString(),
        definitions: Object.fromEntries(versions.map(({ label, text }) => [label, JSON.parse(text) as unknown])),
        answers: records,
      };
      return { status: 200, headers: attachment(params.survey, 'json', 'application/json; charset=utf-8'), body: contents };
    }),

    route({
      method: 'delete', path: '/surveys/{survey}/answers/{answer}', operationId: 'eraseAnswer', access: 'coordinator',
      summary: 'Erases one answer for good; the audit log keeps that it was done, not what it held.',
      params: answerParams,
      replies: { 204: { description: 'Erased.' } },
      problems: ['answer-not-found'],
    })(async ({ params, caller }) => {
      await eraseAnswer(services, params.survey, params.answer.replace(/^urn:uuid:/, ''), caller.id);
      return { status: 204 };
    }),
  ];
}
