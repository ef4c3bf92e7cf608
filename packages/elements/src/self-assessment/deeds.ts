/** What files and whole actions take: it loads with the later steps. Each tells what it did. */
import { type Assessment, criteriaOf, suggestionsFor, withChoice, withOwn, withPeopleOf } from '@assembleurs/commons/assessment';
import { type Action, actionFrom, actionFromOwn } from '@assembleurs/commons/plan';
import type { Workspace } from '@assembleurs/commons/workspace';
import { printAlone } from '../internal/print-alone.ts';
import { newRecordId } from '../internal/record-id.ts';
import { saveFile } from '../internal/save-file.ts';
import { sayIn } from './context.ts';
import { AssessmentActionsEvent } from './events.ts';
import { type Communes, loadCommunes, loadTitles, readSurvey } from './loading.ts';
import { type Format, fileName, handOver as write, reportFor } from './output.ts';
import { renderPaper } from './paper-view.ts';
import type { Notice, Other, Work } from './work.ts';
import type { Words } from './words.ts';

export interface DeedsHost {
  readonly work: Work;
  readonly words: Words;
  readonly locale: string;
  readonly communes: Communes | undefined;
  readonly logo: string;
  readonly hubLogo: string;
  readonly root: Node;
  /** The one around, when there is one. */
  readonly workspace: Workspace | undefined;
  /** Undefined when it cannot be read, which is told. */
  readonly read: (input: unknown) => Promise<Assessment | undefined>;
  /** Another assessment takes the place of the one that stands, and is kept. */
  readonly put: (assessment: Assessment) => void;
  readonly nameQuestions: () => void;
  /** Redraws, and waits for it. */
  readonly drawn: () => Promise<void>;
  readonly dispatch: (event: Event) => void;
  readonly announce: (text: string) => void;
  readonly focusOn: (selector: string) => void;
}

function tell({ work, words, announce, focusOn }: DeedsHost, tone: Notice['tone'], text: Notice['text']): void {
  work.show({ notice: { tone, text } });
  if (tone === 'info') announce(text(words));
  focusOn('[data-focus=notice]');
}

export async function openFile(host: DeedsHost, file: File): Promise<void> {
  const { work } = host;
  const assessment = await host.read(await file.text());
  if (!assessment) return;
  if (!work.begun) {
    replaceBy(host, { file: file.name, assessment });
    return;
  }
  work.show({ opening: { file: file.name, assessment }, notice: undefined });
  host.focusOn('[data-focus=opening]');
}

export function replaceBy(host: DeedsHost, { file, assessment }: Other): void {
  const { work } = host;
  work.opening = undefined;
  host.put(assessment);
  tell(host, 'info', work.notice ? work.notice.text : ({ t }) => t('opened', { name: file }));
}

/** The people of a colleague's file, beside ours. */
export function bringIn(host: DeedsHost, { file, assessment }: Other): void {
  const { work } = host;
  let added = 0;
  work.edit((now) => {
    const both = withPeopleOf(now, assessment);
    ({ added } = both);
    return both.assessment;
  });
  work.opening = undefined;
  tell(host, 'info', ({ t }) => t('broughtIn', { count: added, name: file }));
}

export async function openSurvey(host: DeedsHost, file: File): Promise<void> {
  const { work, locale } = host;
  const communes = host.communes ?? await loadCommunes(); // a file may be opened before they came
  let survey: ReturnType<typeof readSurvey>;
  try {
    survey = readSurvey(JSON.parse(await file.text()));
  } catch { /* told below */ }
  const titles = await loadTitles((text) => sayIn(locale)(text as string));
  const asked = new Set([...titles.keys(), ...criteriaOf(work.grid).flatMap(({ criterion }) => criterion.prefill.map(({ from }) => from))]);
  if (!survey || !Object.keys(survey.answers).some((name) => asked.has(name))) {
    tell(host, 'trouble', ({ t }) => t('surveyWrong', { name: file.name }));
    return;
  }
  const { code, name: here } = work.assessment.territory;
  const { commune: theirs } = survey;
  const commune = communes.find((each) => each.code === theirs);
  if (theirs !== '' && code !== '' && theirs !== code) {
    tell(host, 'trouble', ({ t }) => t('surveyElsewhere', { theirs: commune?.name ?? theirs, here: here || code }));
    return;
  }
  if (commune && here === '') work.edit((now) => ({ ...now, territory: { code: commune.code, name: commune.name, ...(commune.population === undefined ? {} : { population: commune.population }) } }));
  const filled = work.takeSurvey(survey.answers, survey.from);
  host.nameQuestions();
  tell(host, 'info', ({ t }) => t('surveyTaken', { count: filled }));
}

export async function compareWith(host: DeedsHost, file: File): Promise<void> {
  const { work } = host;
  const assessment = await host.read(await file.text());
  if (!assessment) return;
  // Two files of one name are two files.
  const again = work.others.filter(({ file: name }) => name.replace(/ \(\d+\)$/, '') === file.name).length;
  work.show({ others: [...work.others, { file: again > 0 ? `${file.name} (${String(again + 1)})` : file.name, assessment }] });
  host.focusOn('[data-focus=compare]');
}

/**
 * What people kept, as actions that name this assessment; each remembers the action that it became. Into the workspace around, where an action
 * that is there already keeps what people made of it; else into a file that the plan opens.
 */
export function toActions(host: DeedsHost): void {
  const { work, locale, workspace } = host;
  const today = new Date().toISOString().slice(0, 10);
  const kept = suggestionsFor(work.grid, work.assessment).filter(({ choice }) => choice?.state === 'kept');
  const made = kept.map((suggestion) => ({ suggestion, action: actionFrom(work.assessment, suggestion, { id: suggestion.choice?.action ?? newRecordId(), locale, today }) }));
  const owned = work.assessment.own.map((own) => ({ own, action: actionFromOwn(work.assessment, own, { id: own.action ?? newRecordId(), locale, today }) }));
  const actions: Action[] = [...made.map(({ action }) => action), ...owned.map(({ action }) => action)];
  if (actions.length === 0) return;
  const fresh = actions.filter(({ id }) => !workspace?.get(id));
  const act = (): void => {
    work.edit((now) => made.reduce((all, { suggestion: { recommendation, choice }, action }) => withChoice(all, recommendation.id, { ...choice, state: 'kept', action: action.id }),
      owned.reduce((all, { own, action }) => withOwn(all, { ...own, action: action.id }), now)));
    for (const action of fresh) workspace?.put(action);
  };
  if (workspace) { // taken back by one step of undo
    workspace.checkpoint();
    workspace.batch(act);
  } else {
    act();
    saveFile(fileName('plan-actions', work.assessment, 'json'), 'application/json', JSON.stringify({ type: 'plan', version: 1, actions }, null, 2));
  }
  host.dispatch(new AssessmentActionsEvent(actions));
  tell(host, 'info', ({ t }) => (workspace ? t('plannedShared', { count: fresh.length, there: actions.length - fresh.length }) : t('planned', { count: actions.length })));
}

/** The report in that format, on paper (`print`), or the record. */
export async function handOver(host: DeedsHost, format: Format | 'print'): Promise<void> {
  const { work, words: { t }, locale, logo, hubLogo } = host;
  const logos = [{ src: logo, alt: t('logoCommune') }, { src: hubLogo, alt: t('logoHub') }].filter(({ src }) => src !== '');
  if (format !== 'print') {
    await write(format, work.grid, work.assessment, locale, logos);
    host.announce(t('handedOver'));
    return;
  }
  work.show({ paper: renderPaper(reportFor(work.grid, work.assessment, locale), logos) });
  await host.drawn();
  addEventListener('afterprint', () => { work.show({ paper: undefined }); }, { once: true });
  printAlone(host.root);
}
