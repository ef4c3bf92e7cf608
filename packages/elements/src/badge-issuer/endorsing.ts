/** Standing behind another organisation's badge, and taking in what others signed about ours. */
import type { Verdict } from '@assembleurs/open-badges';
import type { Problem } from '@assembleurs/open-badges/issue';
import { isRecord } from '../internal/json.ts';
import { saveFile } from '../internal/save-file.ts';
import { uuid } from '../internal/uuid.ts';
import type { Desk } from './desk.ts';
import { slug } from './keys.ts';
import { tools } from './tools.ts';

type Trouble = 'endorseUnread' | 'endorseAltered' | 'endorsementWrong' | 'endorsementOther';

export class Endorsing {
  readonly #desk: Desk;
  /** The badge that was opened, read by the verifier. */
  verdict: Verdict | undefined;
  /** Or what a badge is given for, alone: it bears no signature. */
  achievement: { readonly id: string; readonly name: string } | undefined;
  /** As typed. */
  source = '';
  comment = '';
  about = 0;
  trouble: Trouble | undefined;
  problems: readonly Problem[] = [];
  saved = false;
  /** Of the file of another's endorsement, at the badge's step. */
  addTrouble: Trouble | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get choices(): ReturnType<ReturnType<typeof tools>['endorsable']> {
    if (this.achievement) return [{ kind: 'achievement', ...this.achievement }];
    return this.verdict?.document ? tools().endorsable(this.verdict.document) : [];
  }

  /** Read here; nobody is asked for anything. */
  async open(input: string | Uint8Array): Promise<void> {
    this.achievement = achievementIn(typeof input === 'string' ? input : new TextDecoder().decode(input));
    const { verify } = await import('@assembleurs/open-badges');
    const verdict = this.achievement ? undefined : await verify(typeof input === 'string' ? input.trim() : input, { now: new Date() });
    this.saved = false;
    this.about = 0;
    this.trouble = !verdict ? undefined : verdict.checks.integrity === 'failed' ? 'endorseAltered' : verdict.kind !== 'OpenBadgeCredential' || !verdict.document ? 'endorseUnread' : undefined;
    this.verdict = this.trouble ? undefined : verdict;
    this.#desk.host.focusOn(this.trouble ? '[data-focus=endorse-error]' : '[data-focus=endorse]');
  }

  async sign(): Promise<void> {
    const { issuer, host } = this.#desk;
    const chosen = this.choices[this.about];
    if (!issuer || !chosen) return;
    const now = tools().isoSeconds(new Date());
    try {
      const document = await tools().endorse({
        id: `urn:uuid:${uuid()}`, issuer: { ...issuer.profile, id: issuer.id }, about: chosen.id, name: chosen.name || host.words.t(`endorseName_${chosen.kind}`), comment: this.comment, validFrom: now,
      }, tools().keyFromKept(issuer.kept), now);
      this.problems = [];
      saveFile(`${slug(host.words.t('fileEndorsement'))}-${slug(chosen.name) || chosen.kind}.json`, 'application/json', `${JSON.stringify(document, null, 2)}\n`);
      this.saved = true;
      host.say(host.words.t('endorseSaved'));
      host.requestUpdate();
    } catch (error) {
      if (!(error instanceof tools().IssueError)) throw error;
      this.problems = error.problems;
      host.focusOn('#asb-comment');
    }
  }

  /** An endorsement of the badge that is being designed: it goes into each one that is signed from now on. */
  async add(text: string): Promise<void> {
    const { design, host } = this.#desk;
    if (!design) return;
    const { verify } = await import('@assembleurs/open-badges');
    const { kind, document, checks } = await verify(text.trim(), { now: new Date() });
    const about = document && kind === 'EndorsementCredential' && checks.integrity !== 'failed' ? tools().endorsed(document) : undefined;
    this.addTrouble = about === undefined ? 'endorsementWrong' : about === design.id ? undefined : 'endorsementOther';
    if (!this.addTrouble && document) this.#desk.setDesign({ endorsements: [...(design.endorsements ?? []).filter((each) => each !== JSON.stringify(document)), JSON.stringify(document)] });
    host.requestUpdate();
  }
}

/** Open Badges 3.0 §B.1.1, as an issuer publishes it. */
function achievementIn(text: string): Endorsing['achievement'] {
  try {
    const value: unknown = JSON.parse(text);
    const { id, type, name } = isRecord(value) ? value : {};
    return [type].flat().includes('Achievement') && typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined;
  } catch {
    return undefined; // a picture, a token
  }
}
