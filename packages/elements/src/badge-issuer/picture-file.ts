/** A picture that the person chose, as a data URL; or why it cannot serve. */
import type { Problem } from '@assembleurs/open-badges/issue';
import { tools } from './tools.ts';

export async function readPicture(file: File): Promise<{ readonly address: string } | { readonly problem: Problem | undefined }> {
  const { bakePng, bakeSvg, IssueError } = tools();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isSvg = /\.svg$/i.test(file.name) || file.type === 'image/svg+xml';
  try {
    // What can carry a badge is a picture that any reader opens.
    if (isSvg) bakeSvg(new TextDecoder().decode(bytes), '{}');
    else bakePng(bytes, '{}');
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return { problem: error.problems[0] };
  }
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { address: `data:${isSvg ? 'image/svg+xml' : 'image/png'};base64,${btoa(binary)}` };
}
