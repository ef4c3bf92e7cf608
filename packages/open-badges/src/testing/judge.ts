/** Short forms that the tests share. */
import { verify, type VerifyOptions } from '../verify.ts';
import type { Verdict } from '../verdict.ts';
import { NOW, resources } from './badges.ts';

export type Map = Readonly<Record<string, unknown>>;

export function judge(input: unknown, map: Map = {}, options: Partial<VerifyOptions> = {}): Promise<Verdict> {
  return verify(typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input), { now: NOW, resolve: resources(map), ...options });
}

export async function stateOf(input: unknown, map: Map = {}, options: Partial<VerifyOptions> = {}): Promise<string> {
  return (await judge(input, map, options)).state;
}

export function codes({ messages }: Verdict): string[] {
  return messages.map(({ code }) => code);
}
