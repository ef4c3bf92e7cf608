/**
 * Structured logs without personal data: what happened, how long it took, never who, from where, or what was
 * answered. No address of a caller, no query string, no header, no body, no text of a database error (it quotes the
 * values that it refused).
 */
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** What may be said of an error: its kind, its SQLSTATE and constraint, and where in our code. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    // Only the frames: the lines before them are the message.
    stack: (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  };
}

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'asb-collector' }, // pino's default adds the machine's name
    serializers: { err: errorFacts },
  };
  return destination ? pino(options, destination) : pino(options);
}
