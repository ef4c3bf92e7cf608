import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../define/survey.ts';
import { AsbSurvey } from './survey.ts';
import type { SurveyChangeEvent, SurveyErrorEvent, SurveyPageEvent, SurveySubmitEvent } from './events.ts';

let surveys = 0;

/** A survey of its own: no test finds another's draft. */
const definition = (more: object = {}): Record<string, unknown> => ({
  id: `test-${String(Date.now())}-${String(surveys++)}`, version: '1',
  title: { fr: 'Essai', en: 'Trial' },
  pages: [
    { name: 'one', title: { fr: 'Un', en: 'One' }, elements: [{ type: 'text', name: 'a', title: { fr: 'Question', en: 'Question' }, isRequired: true }] },
    { name: 'two', title: { fr: 'Deux', en: 'Two' }, elements: [{ type: 'text', name: 'b', title: 'B' }] },
  ],
  ...more,
});

const within = (survey: AsbSurvey, selector: string): HTMLElement => {
  const found = survey.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const shown = (survey: AsbSurvey): string => within(survey, '.survey').innerText.replace(/[\s\u00a0\u202f]+/g, ' ');
const sees = (survey: AsbSurvey, text: string): Promise<void> =>
  waitUntil(() => shown(survey).includes(text), `never saw ${text} in ${shown(survey)}`, { timeout: 5000 });
const press = (survey: AsbSurvey, text: string): void => {
  const button = [...(survey.shadowRoot?.querySelectorAll('button') ?? [])].find((each) => each.innerText.trim() === text);
  if (!button) throw new Error(`no button ${text} in ${shown(survey)}`);
  button.click();
};
const type = (survey: AsbSurvey, text: string): void => {
  const field = within(survey, 'input') as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

const show = async (settings: Partial<AsbSurvey> = {}, attributes: Record<string, string> = {}): Promise<AsbSurvey> => {
  const survey = document.createElement('asb-survey');
  for (const [name, value] of Object.entries(attributes)) survey.setAttribute(name, value);
  Object.assign(survey, { definition: definition(), ...settings });
  const ready = oneEvent(survey, 'asb-ready');
  await fixture(html`<div lang="fr">${survey}</div>`);
  await ready;
  await survey.updateComplete;
  return survey;
};

describe('<asb-survey>', () => {
  it('shows the same whether it is set before or after it stands in the page, or before its upgrade', async () => {
    const before = await show();
    const late = Object.assign(document.createElement('asb-late'), { definition: definition(), value: { a: 'early' } }) as unknown as AsbSurvey;
    late.setAttribute('display', 'single');
    await fixture(html`<div lang="fr">${late}</div>`);
    const ready = oneEvent(late, 'asb-ready');
    expect(AsbSurvey.define('asb-late')).to.be.true;
    expect(AsbSurvey.define('asb-late')).to.be.false;
    await ready;
    expect(late.value).to.deep.equal({ a: 'early' });
    await sees(late, '1 question répondue sur 2');
    await sees(before, 'Étape 1 sur 2');
    before.display = 'single';
    before.value = { a: 'late' };
    await sees(before, '1 question répondue sur 2');
    expect(before.value).to.deep.equal({ a: 'late' });
  });

  it('takes a wrong value for its default, and says so once', async () => {
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...parts: unknown[]): void => { said.push(parts[0]); };
    try {
      const survey = await show({}, { display: 'sideways', 'draft-days': 'soon' });
      await sees(survey, 'Étape 1 sur 2');
      survey.requestUpdate();
      await survey.updateComplete;
      await waitUntil(() => survey.shadowRoot?.querySelector('.draft')?.textContent.includes('30 jours'));
      expect(said.filter((text) => String(text).includes('sideways'))).to.have.length(1);
      expect(said.filter((text) => String(text).includes('draft-days'))).to.have.length(1);
    } finally {
      console.warn = warn;
    }
  });

  it('speaks the language around it, and changes with it without losing answers', async () => {
    const survey = await show({}, { lang: 'en' });
    await sees(survey, 'Step 1 of 2');
    type(survey, 'x');
    survey.lang = 'fr';
    await sees(survey, 'Étape 1 sur 2');
    await sees(survey, 'Essai');
    expect(survey.value).to.deep.equal({ a: 'x' });
    press(survey, 'Read in English');
    await sees(survey, 'Step 1 of 2');
  });

  it('tells changes of the person, not those of the page', async () => {
    const survey = await show();
    const heard: unknown[] = [];
    survey.addEventListener('asb-change', (event: SurveyChangeEvent) => heard.push(event.answers));
    survey.value = { a: 'page' };
    await survey.updateComplete;
    expect(heard).to.deep.equal([]);
    type(survey, 'person');
    expect(heard).to.deep.equal([{ a: 'person' }]);
  });

  it('says the errors, moves to the next page and tells it', async () => {
    const survey = await show();
    press(survey, 'Continuer');
    await sees(survey, '1 réponse à corriger');
    expect(within(survey, '[role=status]').textContent).to.match(/1 réponse à corriger\s: Question/);
    expect(survey.shadowRoot?.activeElement?.getAttribute('data-focus')).to.equal('errors');
    type(survey, 'x');
    await waitUntil(() => !shown(survey).includes('à corriger'), 'the summary goes with the error');
    const moved = oneEvent<SurveyPageEvent>(survey, 'asb-page');
    press(survey, 'Continuer');
    const { page, index } = await moved;
    expect([page, index]).to.deep.equal(['two', 2]);
    await sees(survey, 'Étape 2 sur 2');
    expect(survey.shadowRoot?.activeElement?.textContent).to.equal('Deux');
    press(survey, 'Retour');
    await sees(survey, 'Étape 1 sur 2');
  });

  it('says in which panel an answer is wrong, and says it no more once corrected', async () => {
    const question = { type: 'text', name: 'a', title: 'Ready?', isRequired: true };
    const survey = await show({ definition: definition({ pages: [{ name: 'one', elements: [{ type: 'panel', name: 'p', title: 'Contact', elements: [question] }] }] }) }, { lang: 'en' });
    await sees(survey, 'Step 1 of 1');
    press(survey, 'Review my answers');
    await sees(survey, '1 answer to correct Contact – Ready? ');
    expect(within(survey, '[part=errors]').innerText).not.to.match(/[?\s] ?:/);
    expect(within(survey, '[role=status]').textContent).to.match(/^1 answer to correct: Contact – Ready\? \w/);
    type(survey, 'x');
    await waitUntil(() => within(survey, '[role=status]').textContent === '', 'the live region is empty');
  });

  it('lets the page send by itself', async () => {
    const survey = await show({ action: '/never', value: { a: 'x' } });
    press(survey, 'Continuer');
    await sees(survey, 'Étape 2');
    press(survey, 'Relire mes réponses');
    await sees(survey, 'Relisez vos réponses');
    let sent: unknown;
    survey.addEventListener('asb-submit', (event: SurveySubmitEvent) => {
      event.preventDefault();
      sent = event.submission.answers;
    });
    press(survey, 'Envoyer mes réponses');
    await waitUntil(() => sent);
    expect(sent).to.deep.equal({ a: 'x' });
    const done = oneEvent(survey, 'asb-sent');
    survey.confirmSent('REÇU-1');
    await done;
    await sees(survey, 'REÇU-1');
  });

  it('says why a definition cannot be shown, keeps the fallback, and lists what is not done', async () => {
    const survey = await fixture<AsbSurvey>(html`<asb-survey lang="fr" .definition=${{ pages: [] }}><p>Par téléphone</p></asb-survey>`);
    await sees(survey, 'n’a pas pu s’afficher');
    expect(survey.querySelector('p')?.checkVisibility()).to.be.true;
    await expect(survey).to.be.accessible();
    const failed = oneEvent<SurveyErrorEvent>(survey, 'asb-error');
    survey.definition = { pages: [{ elements: [{ type: 'text' }, { name: 'no type' }] }] };
    expect((await failed).reason).to.equal('load');
    within(survey, 'summary').click();
    await sees(survey, 'pages[0].elements[1]');
    survey.check = true;
    survey.definition = definition({ choicesByUrl: {}, showLogo: 1 });
    await sees(survey, 'Étape 1');
    expect(survey.querySelector('p')?.checkVisibility()).to.be.false;
    await sees(survey, 'choicesByUrl');
    expect(survey.problems.map(({ path }) => path)).to.include('choicesByUrl');
    await expect(survey).to.be.accessible();
  });

  it('shows the information notice before the first question, with what attributes say', async () => {
    const survey = await show(
      { definition: definition({ rgpd: { responsable: 'La commune', finalite: { fr: 'Savoir.', en: 'To know.' }, baseLegale: 'contrat' } }) },
      { dpo: 'dpo@commune.example', 'legal-basis': 'mission-interet-public', retention: '12', recipients: 'Le service ; La métropole' },
    );
    const notice = within(survey, '[part=notice]');
    expect(notice.innerText).to.match(/La commune recueille vos réponses\. Savoir\./);
    within(survey, '[part=notice] summary').click();
    expect(notice.innerText.replace(/\s+/g, ' ')).to.match(/mission d’intérêt public.*Le service La métropole.*12 mois.*dpo@commune\.example/);
    expect(notice.compareDocumentPosition(within(survey, '.q')) & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    await expect(survey).to.be.accessible();
  });

  it('stands for its answers in a form', async () => {
    const form = await fixture<HTMLFormElement>(html`<form lang="fr"><asb-survey name="s" .definition=${definition()}></asb-survey></form>`);
    const survey = form.querySelector('asb-survey');
    if (!survey) throw new Error('no survey');
    await sees(survey, 'Étape 1');
    expect(form.checkValidity()).to.be.false;
    type(survey, 'x');
    await survey.updateComplete;
    expect(new FormData(form).get('s')).to.equal('{"a":"x"}');
    expect(form.checkValidity()).to.be.true;
    form.reset();
    await waitUntil(() => JSON.stringify(survey.value) === '{}');
  });

  it('can be read only', async () => {
    const survey = await show({ value: { a: 'kept' } }, { readonly: '' });
    expect((within(survey, 'input') as HTMLInputElement).readOnly).to.be.true;
    expect(survey.shadowRoot?.querySelector('.draft')).to.equal(null);
    press(survey, 'Continuer');
    await sees(survey, 'Étape 2');
    await expect(survey).to.be.accessible();
  });

  it('leaves the page alone and can be hidden', async () => {
    const survey = await show();
    expect(document.adoptedStyleSheets).to.have.length(0);
    expect(getComputedStyle(survey).display).to.equal('block');
    survey.hidden = true;
    expect(getComputedStyle(survey).display).to.equal('none');
  });
});
