import { exampleGrid } from '@assembleurs/commons/content/example-grid';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/self-assessment.ts';
import type { AsbSelfAssessment } from './self-assessment.ts';
import { accessible, button, choose, fill, giveFile, handedOver, later, sees, show, step, text, within } from './test-support.ts';
import { narrow } from '../internal/test-narrow.ts';

/** The test grid's own words: two axes, five criteria, an optional axis. */
const small = (attributes: Readonly<Record<string, string>> = {}): Promise<AsbSelfAssessment> => show(attributes, { grid: exampleGrid });

async function person(element: AsbSelfAssessment, id: string, role: string, levels: Readonly<Record<string, number | string>>): Promise<void> {
  await step(element, 'Préparer');
  if (!element.shadowRoot?.querySelector(`#role-${id}`)) button(element, 'Ajouter une personne').click();
  await element.updateComplete;
  await fill(element, `#role-${id}`, role);
  await step(element, 'Répondre');
  if (element.shadowRoot?.querySelector('#who')) await fill(element, '#who', id);
  for (const axis of ['Pilotage', 'Moyens']) {
    button(element, axis).click();
    await element.updateComplete;
    for (const [criterion, value] of Object.entries(levels)) if (element.shadowRoot?.querySelector(`input[name="c-${criterion}"]`)) await choose(element, `c-${criterion}`, value);
  }
}

const agree = async (element: AsbSelfAssessment, axis: string, levels: Readonly<Record<string, number | string>>): Promise<void> => {
  button(element, axis).click();
  await element.updateComplete;
  for (const [criterion, value] of Object.entries(levels)) await choose(element, `a-${criterion}`, value);
};

describe('<asb-self-assessment>', () => {
  it('three people answer, disagree, agree, leave with a report; six months later, they see what changed', async () => {
    const element = await small({ hub: '' });
    await fill(element, '#territory', 'Lille');
    await person(element, 'p1', 'elu', { elu: 4, referent: 2, temps: 2, budget: 1, pret: 'dk' });
    await person(element, 'p2', 'mediateur', { elu: 1, referent: 2, temps: 3, budget: 1, pret: 'na' });
    await person(element, 'p3', 'mediateur', { elu: 2, referent: 2, temps: 2, budget: 1, pret: 'dk' });

    await step(element, 'Se mettre d’accord');
    button(element, 'Pilotage').click();
    await element.updateComplete;
    expect(text(element)).to.include('écart de 3 niveaux').and.to.include('Restent 5 critères sur 5');
    await step(element, 'Résultats');
    await sees(element, 'quand vous avez retenu un premier niveau ensemble'); // nothing is averaged in silence
    await step(element, 'Se mettre d’accord');
    button(element, 'Retenir le niveau choisi par toutes et tous (2 critères)').click();
    await agree(element, 'Pilotage', { elu: 2 });
    await agree(element, 'Moyens', { temps: 2, pret: 'na' });
    expect(text(element)).to.include('Reste 0 critère sur 5');

    await step(element, 'Résultats');
    await sees(element, 'Score et complétude par axe');
    expect(within(element, '[part=numbers]').innerText.replaceAll(/\s+/g, ' ')).to.match(/Score 28 sur 100 Départ.*Complétude 4 critères renseignés sur 4/);
    button(element, 'Qui a répondu').click();
    expect(text(element)).to.include('Médiateur·rice : 2 personnes').and.to.include('Élu·e : 1 personne');
    await fill(element, '#snapshot-label', 'Printemps');
    button(element, 'Enregistrer un point d’étape').click();
    await sees(element, 'Aucun niveau n’a changé depuis');

    await step(element, 'Préconisations');
    await sees(element, 'Faire designer_elu');
    await step(element, 'Rapport et fichier');
    const report = await handedOver(() => { button(element, 'Page web autonome').click(); });
    const page = await report.get('diagnostic-lille.html')?.text();
    expect(page).to.include('Diagnostic de coordination').and.to.include('de 1 à 4').and.to.include('Score et complétude par axe');
    const word = await handedOver(() => { button(element, 'Word').click(); });
    expect([...new Uint8Array(await word.get('diagnostic-lille.docx')!.arrayBuffer()).slice(0, 2)]).to.deep.equal([0x50, 0x4b]);
    const file = await handedOver(() => { button(element, 'Enregistrer un fichier').click(); });
    const saved = await file.get('autodiagnostic-lille.json')!.text();

    await later(6, async () => {
      const again = await small({ hub: '' });
      await giveFile(again, 'Ouvrir un autodiagnostic', 'autodiagnostic-lille.json', saved);
      await sees(again, '« autodiagnostic-lille.json » est ouvert');
      await step(again, 'Se mettre d’accord');
      await agree(again, 'Pilotage', { elu: 3 });
      await step(again, 'Résultats');
      expect(within(again, '.since').innerText).to.match(/Critère elu\s+Niveau 2\s+Niveau 3/);
      expect(again.shadowRoot!.querySelectorAll('.radar .series').length, 'two axes make no radar').to.equal(0);
      button(again, 'Enregistrer un point d’étape').click();
      await sees(again, '2 points d’étape');
      const [first, second] = again.value!.snapshots;
      expect([first!.levels['elu'], second!.levels['elu']]).to.deep.equal([2, 3]);
      expect(second!.score! > first!.score!).to.equal(true);
      await giveFile(again, 'Ajouter un territoire', 'autre.json', saved.replace('"Lille"', '"Armentières"'));
      await waitUntil(() => again.shadowRoot?.querySelector('[part=compare]'), 'both territories show');
      expect(within(again, '[part=compare] thead').innerText).to.match(/Armentières\s+complet, \d[\s\S]*Lille\s+complet, \d/);
      await accessible(again);
    });
  });

  it('is accessible in every step, in both schemes, and at 360 px nothing is cut', async () => {
    const element = await show({ hub: '', commune: '59350' });
    await sees(element, 'Lille');
    narrow(element);
    await accessible(element);
    await step(element, 'Répondre');
    button(element, 'Suivi et impact').click();
    await element.updateComplete;
    await choose(element, 'c-shared_review', 2);
    await choose(element, 'c-improvement', 4);
    for (const label of ['Répondre', 'Se mettre d’accord', 'Résultats', 'Préconisations', 'Entretien', 'Rapport et fichier']) {
      await step(element, label);
      for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
      await accessible(element);
      expect(element.scrollWidth, label).to.be.at.most(360);
    }
  });

  it('the radar and its table hold the same axes and the same scores', async () => {
    const element = await show({}, {});
    await step(element, 'Répondre');
    for (const id of ['elected_delegate', 'contact_person']) await choose(element, `c-${id}`, 4);
    button(element, 'Instance et règles').click();
    await element.updateComplete;
    await choose(element, 'c-body_meets', 2);
    await step(element, 'Résultats');
    await sees(element, 'Score et complétude par axe');
    const rows = element.shadowRoot!.querySelectorAll('[part=table] tbody tr');
    expect([rows.length, element.shadowRoot!.querySelectorAll('.radar .spoke').length]).to.deep.equal([6, 6]);
    const scored = [...rows].filter((row) => row.querySelector('.score')?.textContent.trim() !== '–');
    expect([scored.length, element.shadowRoot!.querySelectorAll('.radar .s0 circle').length]).to.deep.equal([2, 2]);
    expect(within(element, '.radar svg').getAttribute('aria-label')).to.include('tableau');
  });

  it('can be used with the keyboard alone', async () => {
    const element = await small();
    button(element, 'Commencer à répondre').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => (element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['focus'] === 'title', 'the heading has the focus');
    expect((element.shadowRoot!.activeElement as HTMLElement).innerText).to.include('Axe 1 sur 2');
    within(element, 'input[name=c-elu]').focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => element.value?.answers['p1']?.['elu']?.value === 2, 'the second level is chosen');
    button(element, 'Axe suivant').focus();
    await sendKeys({ press: 'Enter' });
    await sees(element, 'Axe 2 sur 2');
    button(element, 'Voir les résultats').focus();
    await sendKeys({ press: 'Enter' });
    await sees(element, 'sur 100');
    expect((element.shadowRoot!.activeElement as HTMLElement).innerText).to.include('Où en est la coordination');
  });

  it('keeps everything on the device: comes back after a reload, and follows another tab', async () => {
    const key = `keeps-${String(Date.now())}`;
    const element = await small({ 'storage-key': key });
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 3);
    button(element, 'Ajouter un commentaire').click();
    await fill(element, '#comment-elu', 'délibération du 3 mai ');
    await fill(element, '#evidence-elu', 'commune.example');
    expect(text(element)).to.include('Ce lien doit commencer par https://');
    await sees(element, 'Enregistré sur cet appareil');
    const other = await small({ 'storage-key': key });
    await waitUntil(() => other.value?.answers['p1']?.['elu']?.value === 3, 'another page finds it');
    expect(other.value!.notes['elu']!.comment).to.equal('délibération du 3 mai ');
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 4);
    await waitUntil(() => other.value?.answers['p1']?.['elu']?.value === 4, 'the other tab follows');
  });

  it('erases everything once that is confirmed', async () => {
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 3);
    await step(element, 'Rapport et fichier');
    button(element, 'Tout effacer').click();
    await sees(element, 'Avez-vous enregistré un fichier');
    button(element, 'Oui, tout effacer').click();
    await sees(element, 'Tout est effacé');
    expect(element.value!.answers).to.deep.equal({});
  });

  it('the questionnaire’s answers propose levels, which say where they come from', async () => {
    const element = await show();
    await giveFile(element, 'Ouvrir le fichier de réponses', 'reponses.json', JSON.stringify({ id: 'urn:uuid:00000000-0000-4000-8000-000000000001', answers: { commune: '59350', elu_delegue: 'oui_dediee', referent: 'non' } }));
    await sees(element, 'à vérifier');
    expect(element.value!.territory.name).to.equal('Lille');
    expect(element.value!.derivedFrom).to.deep.equal(['urn:uuid:00000000-0000-4000-8000-000000000001']);
    await step(element, 'Répondre');
    await sees(element, 'd’après le questionnaire (« La commune a-t-elle un·e élu·e chargé·e de l’inclusion numérique ? »)');
    expect(within(element, 'input[name=c-elected_delegate][value="3"]').checked).to.equal(true);
    await choose(element, 'c-elected_delegate', 4);
    expect(element.value!.answers['p1']!['elected_delegate']).to.deep.equal({ value: 4 });
    await giveFile((await step(element, 'Préparer'), element), 'Ouvrir un autre fichier de réponses', 'photo.json', '{"type":"FeatureCollection"}');
    await sees(element, '« photo.json » n’est pas un fichier de réponses');
  });

  it('recommendations are kept, put in one’s own words, set aside with a reason, added, and become actions', async () => {
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 1);
    await choose(element, 'c-referent', 1);
    await step(element, 'Préconisations');
    await sees(element, 'Faire designer_elu');
    const titles = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.advice > h4')].map((each) => each.innerText);
    expect(titles()).to.deep.equal(['Faire nommer_referent', 'Faire designer_elu']);
    button(element, 'Pourquoi vous voyez ceci').click();
    expect(text(element)).to.include('« Critère referent » est au niveau 1 : il manque 3 niveaux.');
    await accessible(element);
    button(element, 'Adapter').click();
    await element.updateComplete;
    await fill(element, '#edit-nommer_referent-what', 'Nommer une référente');
    await accessible(element);
    button(element, 'Retenir avec ces mots').click();
    await sees(element, 'Nommer une référente');
    const aside = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.advice')][1]!;
    [...aside.querySelectorAll('button')].find((each) => each.innerText === 'Écarter')!.click();
    await element.updateComplete;
    within(element, 'form button[type=submit]').click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'reason-designer_elu', 'a reason is asked');
    await fill(element, '#reason-designer_elu', 'déjà fait');
    within(element, 'form button[type=submit]').click();
    await sees(element, '1 préconisation écartée');
    expect(text(element)).to.include('déjà fait');
    await fill(element, '#own-what', 'Ouvrir le samedi');
    button(element, 'Ajouter').click();
    await sees(element, 'Ouvrir le samedi');
    let actions: readonly { readonly title: string; readonly derivedFrom: readonly string[] }[] = [];
    element.addEventListener('asb-actions', (event) => { ({ actions } = event); });
    const files = await handedOver(() => { button(element, 'Faire 2 actions').click(); });
    expect(actions.map(({ title }) => title)).to.deep.equal(['Nommer une référente', 'Ouvrir le samedi']);
    expect(actions[0]!.derivedFrom).to.deep.equal([element.value!.id]);
    expect(JSON.parse(await [...files.values()][0]!.text())).to.have.property('type', 'plan');
    await sees(element, 'dans le plan');
  });

  it('what is typed in a form outlives another form, another step, and a message', async () => {
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 1);
    await choose(element, 'c-referent', 1);
    await step(element, 'Préconisations');
    button(element, 'Adapter').click();
    await element.updateComplete;
    await fill(element, '#edit-nommer_referent-why', 'Parce que personne ne répond.');
    const second = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.advice')][1]!;
    [...second.querySelectorAll('button')].find((each) => each.innerText === 'Écarter')!.click();
    await element.updateComplete;
    await fill(element, '#reason-designer_elu', 'plus tard');
    await fill(element, '#own-what', 'Ouvrir le samedi');
    await step(element, 'Résultats');
    await fill(element, '#snapshot-label', 'Printemps');
    await step(element, 'Préconisations');
    expect(['edit-nommer_referent-why', 'reason-designer_elu', 'own-what'].map((id) => within(element, `#${id}`).value)).to.deep.equal(['Parce que personne ne répond.', 'plus tard', 'Ouvrir le samedi']);
    button(element, 'Annuler').click();
    await element.updateComplete;
    button(element, 'Adapter').click();
    await element.updateComplete;
    expect(within(element, '#edit-nommer_referent-why').value).not.to.include('personne ne répond'); // taken back by the person
    await step(element, 'Résultats');
    expect(within(element, '#snapshot-label').value).to.equal('Printemps');
  });

  it('the commune is known without its accents or hyphens; a number that is none is told, and stays', async () => {
    const element = await small();
    await waitUntil(() => element.shadowRoot!.querySelector('datalist option'), 'the communes are here', { timeout: 10_000 });
    await fill(element, '#territory', 'villeneuve d ascq');
    expect([element.value!.territory.code, element.value!.territory.name]).to.deep.equal(['59009', 'Villeneuve-d\'Ascq']);
    const { population } = element.value!.territory;
    await fill(element, '#population', 'soixante mille');
    await sees(element, 'Écrivez un nombre');
    expect([within(element, '#population').value, element.value!.territory.population]).to.deep.equal(['soixante mille', population]);
    await accessible(element);
    await fill(element, '#population', '61 000');
    expect([element.value!.territory.population, within(element, '#population-error').hidden]).to.deep.equal([61_000, true]);
  });

  it('prints the whole report, and nothing else', async () => {
    const element = await small();
    await fill(element, '#territory', 'Lille');
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 1);
    await step(element, 'Rapport et fichier');
    const { print } = globalThis;
    const printed = new Promise<string>((resolve) => { globalThis.print = () => { resolve(within(element, '.paper').textContent); }; });
    try {
      button(element, 'Imprimer ou PDF').click();
      expect((await printed).replaceAll('\u00a0', ' ')).to.include('Diagnostic de coordination : Lille').and.to.include('Faire designer_elu').and.to.include('Critère par critère');
      expect(getComputedStyle(within(element, '.paper')).display).to.equal('none'); // on the screen
    } finally {
      globalThis.print = print;
    }
    dispatchEvent(new Event('afterprint'));
    await waitUntil(() => !element.shadowRoot!.querySelector('.paper'), 'the paper goes');
  });

  it('messages change language with the page', async () => {
    const element = await small();
    await giveFile(element, 'Ouvrir le fichier de réponses', 'autre.json', '[]');
    await sees(element, 'n’est pas un fichier de réponses');
    element.lang = 'en';
    await sees(element, 'is not a file of answers');
  });

  it('the hub notes an interview in the same record, and needs move recommendations up', async () => {
    const element = await small({ hub: '' });
    await step(element, 'Entretien');
    await fill(element, '#notes-pilotage', 'Deux services se partagent le sujet.');
    await fill(element, '#capacity-time', 'une demi-journée par mois');
    await fill(element, '#need-0', 'financer');
    await fill(element, '#appointment-date', '2027-01-15');
    await fill(element, '#appointment-about', 'Atelier');
    [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('form button')].at(-1)!.click();
    await sees(element, '15 janvier 2027 – Atelier');
    const { interview } = element.value!;
    expect([interview.notes['pilotage'], interview.capacity.time, interview.needs]).to.deep.equal(['Deux services se partagent le sujet.', 'une demi-journée par mois', ['financer']]);
    await accessible(element);
  });

  it('quick mode asks one question an axis and keeps the rest', async () => {
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 3);
    await step(element, 'Préparer');
    within(element, 'input[name=mode][value=quick]').click();
    await step(element, 'Répondre');
    expect([...element.shadowRoot!.querySelectorAll('fieldset.criterion')].length).to.equal(1);
    expect(element.value!.answers['p1']!['elu']!.value).to.equal(3);
  });

  it('whoever is added answers next, and leaves with their answers only once that is confirmed', async () => {
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 4);
    await step(element, 'Préparer');
    button(element, 'Ajouter une personne').click();
    await element.updateComplete;
    button(element, 'Commencer à répondre').click();
    await element.updateComplete;
    await choose(element, 'c-elu', 1);
    expect([element.value!.answers['p1']!['elu']!.value, element.value!.answers['p2']!['elu']!.value]).to.deep.equal([4, 1]);
    await step(element, 'Préparer');
    button(element, 'Retirer').click();
    await sees(element, 'Ses réponses partent aussi');
    await accessible(element);
    expect(element.value!.respondents.length).to.equal(2);
    button(element, 'Oui, retirer').click();
    await waitUntil(() => element.value!.respondents.length === 1, 'gone');
  });

  it('a colleague’s file does not take the place of what stands: its people come beside ours, or it replaces all, as one chooses', async () => {
    const theirs = await small();
    await step(theirs, 'Répondre');
    await choose(theirs, 'c-elu', 2);
    const file = JSON.stringify(theirs.value);
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 4);
    await step(element, 'Rapport et fichier');
    await giveFile(element, 'Ouvrir un autodiagnostic', 'collegue.json', file);
    await sees(element, 'Un autodiagnostic est déjà en cours ici');
    await accessible(element);
    expect(element.value!.answers['p1']!['elu']!.value).to.equal(4);
    button(element, 'Ajouter les réponses').click();
    await sees(element, '1 personne ajoutée');
    expect([element.value!.answers['p1']!['elu']!.value, element.value!.answers['p2']!['elu']!.value]).to.deep.equal([4, 2]);
    await giveFile(element, 'Ouvrir un autodiagnostic', 'collegue.json', file);
    await sees(element, 'déjà en cours');
    button(element, 'Remplacer ce qui est ici').click();
    await sees(element, '« collegue.json » est ouvert');
    expect(element.value!.id).to.equal(theirs.value!.id);
  });

  it('a proposed level can be confirmed, another commune’s answers are refused, and needs can be emptied', async () => {
    const element = await show({ hub: '', commune: '59350' });
    await sees(element, 'Lille');
    await giveFile(element, 'Ouvrir le fichier de réponses', 'r.json', JSON.stringify({ answers: { commune: '59009', elu_delegue: 'oui_dediee' } }));
    await sees(element, 'Rien n’a été repris');
    expect(element.value!.survey).to.deep.equal({});
    await giveFile(element, 'Ouvrir le fichier de réponses', 'r.json', JSON.stringify({ answers: { commune: '59350', elu_delegue: 'oui_dediee', priorites: ['animer_la_gouvernance'] } }));
    await step(element, 'Résultats');
    await sees(element, '1 niveau vient du questionnaire et n’a pas été vérifié');
    await step(element, 'Répondre');
    button(element, 'C’est exact').click();
    await sees(element, 'vérifié');
    expect(element.value!.answers['p1']!['elected_delegate']).to.deep.equal({ value: 3, from: 'elu_delegue', checked: true });
    await step(element, 'Entretien');
    expect(within(element, '#need-0').value).to.equal('animer_la_gouvernance');
    await fill(element, '#need-0', '');
    expect(element.value!.interview.needs).to.deep.equal([]);
    expect(within(element, '#need-0').value).to.equal('');
  });

  it('a file that cannot be opened is told, and nothing changes', async () => {
    const element = await small();
    await step(element, 'Répondre');
    await choose(element, 'c-elu', 3);
    await step(element, 'Rapport et fichier');
    await giveFile(element, 'Ouvrir un autodiagnostic', 'x.json', '{"type":"assessment"');
    await sees(element, 'Ce fichier ne peut pas être ouvert');
    expect(text(element)).to.include('n’est pas du JSON');
    expect(element.value!.answers['p1']!['elu']!.value).to.equal(3);
    await giveFile(element, 'Ouvrir un autodiagnostic', 'y.json', JSON.stringify({ ...element.value, grid: { id: 'autre', version: '1.0.0' } }));
    await sees(element, 'suit une autre grille');
  });

  it('a grid with mistakes says which, and the page’s own words stay', async () => {
    const element = await show({}, {}).then((ready) => ready);
    element.innerHTML = '<p>Appelez le 03 00 00 00 00.</p>';
    element.grid = { ...exampleGrid, version: 'un' };
    await sees(element, 'La grille contient des erreurs');
    expect(text(element)).to.include('version').and.to.include('1.0.0');
    expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
    await accessible(element);
  });

  it('speaks English, and shows without changing when it is read only', async () => {
    const element = await show({ lang: 'en' });
    expect(text(element)).to.include('Start answering').and.to.include('Local coordination of digital inclusion');
    const { value } = await small();
    const closed = await show({ readonly: '' }, { grid: exampleGrid, value: { ...value!, answers: { p1: { elu: { value: 2 } } } } });
    await sees(closed, '33');
    expect(closed.shadowRoot!.querySelectorAll('input, textarea, form').length).to.equal(0);
    await step(closed, 'Préconisations');
    expect(text(closed)).to.include('Faire designer_elu').and.not.to.include('Retenir');
  });
});
