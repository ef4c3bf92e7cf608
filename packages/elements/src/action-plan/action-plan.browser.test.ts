import { newPlan } from '@assembleurs/commons/plan';
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/action-plan.ts';
import type { AsbActionPlan } from './action-plan.ts';
import type { PlanChangeEvent } from './events.ts';
import { accessible, button, field, fill, fitsNarrow, id, press, ready, samplePlan, saved, sees, show, text, within } from './test-support.ts';

const cell = (element: AsbActionPlan, name: string): HTMLElement => button(element, name);
const focused = (element: AsbActionPlan): HTMLElement | null => element.shadowRoot?.activeElement as HTMLElement | null;

async function chooseFile(element: AsbActionPlan, name: string, content: BlobPart): Promise<void> {
  const input = within(element, 'input[type=file]') as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

describe('<asb-action-plan>: the table', () => {
  it('teaches the first step when it is empty, and the keyboard alone makes an action', async () => {
    const element = await show();
    expect(text(element)).to.include('Ce plan n’a pas encore d’action');
    await accessible(element);
    await fitsNarrow(element);
    button(element, 'Ajouter une action').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.localName === 'input', 'the title has the focus', { timeout: 10_000 });
    (focused(element) as HTMLInputElement).select();
    await sendKeys({ type: 'Nommer un référent' });
    await sendKeys({ press: 'Tab' });
    await press(element, 'Retour au plan');
    await sees(element, 'Nommer un référent');
    expect(element.value.actions.map(({ title, status }) => [title, status])).to.deep.equal([['Nommer un référent', 'A discuter']]);
  });

  it('shows actions by axis with parts under them, late in words', async () => {
    const element = await show(samplePlan());
    expect(text(element)).to.match(/1\. Animer le réseau \(2\)[\s\S]*Réunir les acteurs[\s\S]*sous-action\s*Écrire le compte rendu[\s\S]*2\. Équiper \(1\)[\s\S]*Prêter des ordinateurs/);
    expect(text(element)).to.match(/31 mars 2020\s+en retard de \d{4} jours/);
    expect(element.shadowRoot?.querySelectorAll('tbody th[scope=row]').length).to.equal(3);
    await accessible(element);
    await fitsNarrow(element);
  });

  it('edits in cells: Enter keeps, Escape forgets, undo takes back', async () => {
    const element = await show(samplePlan());
    cell(element, 'Statut de « Prêter des ordinateurs »').click();
    await element.updateComplete;
    expect(focused(element)?.localName).to.equal('select');
    await accessible(element);
    const changed = oneEvent(element, 'asb-change') as unknown as Promise<PlanChangeEvent>;
    (focused(element) as HTMLSelectElement).value = 'Bloqué';
    focused(element)?.dispatchEvent(new Event('change'));
    expect((await changed).value.actions[2]?.status).to.equal('Bloqué');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.matches('.cell') === true, 'the cell has the focus again');
    cell(element, 'Pilotes de « Prêter des ordinateurs »').click();
    await element.updateComplete;
    await sendKeys({ type: 'Médiathèque, CCAS' });
    await sendKeys({ press: 'Enter' });
    expect(element.value.actions[2]?.pilots).to.deep.equal(['Médiathèque', 'CCAS']);
    await element.updateComplete;
    cell(element, 'Titre de « Prêter des ordinateurs »').click();
    await element.updateComplete;
    await sendKeys({ type: 'xyz' });
    await sendKeys({ press: 'Escape' });
    expect(element.value.actions[2]?.title).to.equal('Prêter des ordinateurs');
    await press(element, 'Annuler');
    expect(element.value.actions[2]?.pilots).to.deep.equal([]);
    await press(element, 'Annuler');
    expect(element.value.actions[2]?.status).to.equal('À venir');
    await press(element, 'Rétablir');
    expect(element.value.actions[2]?.status).to.equal('Bloqué');
  });

  it('filters, groups and chooses columns', async () => {
    const element = await show(samplePlan());
    await press(element, 'Filtres');
    const search = field(element, 'Chercher');
    search.value = 'PRETER';
    search.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(text(element)).to.include('1 action affichée sur 3');
    expect(text(element)).not.to.include('Réunir les acteurs');
    search.value = 'zzz';
    search.dispatchEvent(new Event('input'));
    await sees(element, 'Aucune action ne répond');
    await press(element, 'Effacer les filtres');
    await fill(element, field(element, 'Regrouper par'), 'pilot');
    expect(text(element)).to.match(/CCAS \(2\)[\s\S]*Commune \(1\)[\s\S]*Sans pilote \(1\)/);
    field(element, 'Budget prévu').click();
    await sees(element, '1 500 € HT');
    await accessible(element);
    await fitsNarrow(element);
  });
});

describe('<asb-action-plan>: the sheet of an action', () => {
  it('holds everything, keeps what cannot be read in its field, and comes back to where it was opened', async () => {
    const element = await show(samplePlan());
    const opener = button(element, 'Ouvrir la fiche : Réunir les acteurs');
    opener.click();
    await waitUntil(() => focused(element)?.id === 'sheet-title', 'the title has the focus', { timeout: 10_000 });
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    await element.updateComplete;
    await accessible(element);
    await fitsNarrow(element);
    const planned = field(element, 'Budget prévu');
    await fill(element, planned, 'beaucoup');
    expect(planned.value).to.equal('beaucoup');
    expect(planned.getAttribute('aria-invalid')).to.equal('true');
    expect(text(element)).to.include('Ce n’est pas un nombre');
    expect(element.value.actions[0]?.budget[0]?.planned).to.equal(1500);
    await accessible(element);
    await fill(element, planned, '2 000,50');
    expect(element.value.actions[0]?.budget[0]?.planned).to.equal(2000.5);
    await fill(element, field(element, 'Fin'), '2019-12-31');
    expect(text(element)).to.include('La fin est avant le début.');
    await press(element, 'Ajouter une étape');
    expect(element.value.actions[0]?.steps.length).to.equal(3);
    await fill(element, field(element, 'Adresse d’un lien à ajouter'), 'javascript:alert(1)');
    expect(element.value.actions[0]?.links).to.deep.equal([]);
    await fill(element, field(element, 'Adresse d’un lien à ajouter'), 'https://commune.example/plan');
    expect(element.value.actions[0]?.links).to.deep.equal([{ label: '', url: 'https://commune.example/plan' }]);
    await press(element, 'Retour au plan');
    await waitUntil(() => focused(element)?.getAttribute('aria-label')?.includes('Réunir les acteurs') === true, 'back at the row');
  });

  it('removes an action with its parts, and undo brings them back', async () => {
    const element = await show(samplePlan());
    await press(element, 'Ouvrir la fiche : Réunir les acteurs');
    await sees(element, 'Retirer cette action');
    await press(element, 'Retirer cette action');
    expect(element.value.actions.map(({ title }) => title)).to.deep.equal(['Prêter des ordinateurs']);
    expect(element.value.actions[0]?.after).to.deep.equal([]);
    await press(element, 'Annuler');
    expect(element.value.actions.length).to.equal(3);
  });
});

describe('<asb-action-plan>: the other views of the same actions', () => {
  for (const [view, label] of [['board', 'Par statut'], ['timeline', 'Frise'], ['calendar', 'Calendrier'], ['dashboard', 'Tableau de bord']] as const) {
    it(`${view}: is accessible, fits 320 px, in both languages`, async () => {
      const element = await show(samplePlan(), { view });
      await waitUntil(() => element.shadowRoot?.querySelector(`[part=${view}]`), 'the view shows', { timeout: 10_000 });
      expect(button(element, label).getAttribute('aria-pressed')).to.equal('true');
      await accessible(element);
      await fitsNarrow(element);
      element.lang = 'en';
      await sees(element, { board: 'By status', timeline: 'Timeline', calendar: 'Calendar', dashboard: 'Dashboard' }[view]);
      expect(text(element)).not.to.match(/Annuler|Télécharger/);
    });
  }

  it('board: a list moves a card, and the card keeps the focus', async () => {
    const element = await show(samplePlan(), { view: 'board' });
    await sees(element, 'En cours (1)');
    await fill(element, within(element, `[data-move="${id(3)}"]`), 'En pause');
    await sees(element, 'En pause (1)');
    expect(element.value.actions[2]?.status).to.equal('En pause');
    await waitUntil(() => focused(element)?.dataset['move'] === id(3), 'the moved card has the focus');
  });

  it('timeline: as many bars as dated rows, each a real row with its dates; late stands out; order is said', async () => {
    const element = await show(samplePlan(), { view: 'timeline' });
    await waitUntil(() => element.shadowRoot?.querySelector('.timeline'), 'it shows', { timeout: 10_000 });
    const root = element.shadowRoot;
    expect(root?.querySelectorAll('.timeline tbody tr').length).to.equal(3);
    expect(root?.querySelectorAll('.timeline tbody .bar').length).to.equal(3);
    expect(root?.querySelectorAll('.timeline .bar.late').length).to.equal(1);
    expect(text(element)).to.match(/6 janv\. 2020 – 31 mars 2020\s*En cours\s*en retard de/);
    expect(root?.querySelector('.timeline tbody')?.textContent).to.include('après\u00a0: Réunir les acteurs');
    let printed = '';
    const print = window.print.bind(window);
    window.print = () => { printed = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText).join('\n'); };
    await fill(element, field(element, 'Papier'), 'A3');
    await press(element, 'Imprimer la frise');
    await waitUntil(() => /@page \{[^}]*size: (?:a3|420mm 297mm)/i.test(printed), 'the sheet has the chosen size');
    dispatchEvent(new Event('afterprint'));
    window.print = print;
    expect(document.adoptedStyleSheets.length).to.equal(0);
    await press(element, 'Année');
    expect(button(element, 'Année').getAttribute('aria-pressed')).to.equal('true');
  });

  it('calendar: goes to the month of a deadline', async () => {
    const plan = samplePlan();
    const now = new Date();
    const next = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1, 15)).toISOString().slice(0, 10);
    const element = await show({ ...plan, actions: plan.actions.map((action) => ({ ...action, end: next })) }, { view: 'calendar' });
    await sees(element, 'Rien à cette date ce mois-ci.');
    await press(element, 'Mois suivant');
    await sees(element, 'échéance');
    expect(element.shadowRoot?.querySelectorAll('.calendar td.full li').length).to.equal(3);
    await accessible(element);
  });

  it('dashboard: progress, late, budget with what is still to find, indicators with their target', async () => {
    const element = await show(samplePlan(), { view: 'dashboard' });
    await sees(element, 'Avancement moyen');
    const all = text(element).replace(/\s+/g, ' ');
    for (const part of ['Réalisées 1 sur 3', 'Étapes faites 1 sur 2', 'Reste à trouver 500', '3 réunions (31 mars 2020) 4 réunions 1 réunions']) expect(all).to.include(part);
    const bars = within(element, '[aria-labelledby=d-status]').querySelectorAll('tbody tr .meter');
    expect(bars.length).to.equal(3);
  });
});

describe('<asb-action-plan>: retroplanning and follow-up', () => {
  it('shows what moves before it moves, then undoes in one step', async () => {
    const plan = samplePlan();
    const element = await show({ ...plan, actions: plan.actions.map((action, at) => (at === 2 ? { ...action, start: '2027-03-15', end: '2027-04-12' } : action)) });
    await press(element, 'Rétroplanning');
    await sees(element, 'Lier les actions affichées');
    await accessible(element);
    await fitsNarrow(element);
    [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('.panel [type=checkbox]') ?? [])].find((each) => each.ariaLabel?.includes('Prêter'))?.click();
    await element.updateComplete;
    expect(element.value.actions[2]?.offsets).to.deep.equal({ start: -30, end: -2 });
    await fill(element, field(element, 'Date pivot'), '2027-05-10');
    await sees(element, '2 dates vont bouger');
    expect(text(element)).to.match(/8 mai évité|week-end évité/);
    expect(element.value.actions[2]?.end).to.equal('2027-04-12', 'nothing moved yet');
    await accessible(element);
    await press(element, 'Appliquer');
    expect([element.value.pivot?.date, element.value.actions[2]?.start, element.value.actions[2]?.end]).to.deep.equal(['2027-05-10', '2027-04-09', '2027-05-07']);
    await press(element, 'Annuler');
    expect(element.value.actions[2]?.end).to.equal('2027-04-12');
  });

  it('tells what changed since a date', async () => {
    const element = await show(samplePlan());
    cell(element, 'Statut de « Prêter des ordinateurs »').click();
    await element.updateComplete;
    (focused(element) as HTMLSelectElement).value = 'En cours';
    await sendKeys({ press: 'Enter' });
    await press(element, 'Ce qui a changé');
    await sees(element, 'Statut : À venir → En cours');
    expect(text(element)).to.match(/Réalisées\s+1 sur 3/);
    await fill(element, field(element, 'Depuis le'), '2020-02-01');
    expect(text(element)).to.match(/Indicateurs\s+Réunir les acteurs : Réunions tenues : 2 réunions \(28 févr\. 2020\) \/ 4/);
    await accessible(element);
    await fitsNarrow(element);
  });

  it('axes: are made, renamed, put under another, taken away without their actions', async () => {
    const element = await show(samplePlan());
    await press(element, 'Axes');
    await sees(element, 'Ajouter un axe');
    await press(element, 'Ajouter un axe');
    await fill(element, field(element, 'Nom de l’axe', 2), 'Évaluer');
    await fill(element, field(element, 'Sous', 2), 'a');
    expect(element.value.axes.map(({ name, parent }) => [name, parent])).to.deep.equal([['Animer le réseau', undefined], ['Équiper', undefined], ['Évaluer', 'a']]);
    await press(element, 'Retirer : Équiper');
    expect([element.value.axes.length, element.value.actions.length, element.value.actions[2]?.axis]).to.deep.equal([2, 3, undefined]);
    await accessible(element);
    await fitsNarrow(element);
  });
});

describe('<asb-action-plan>: what is said of an action', () => {
  it('a comment has its day and its function, is not lost while it is written, and stays out of what leaves the team', async () => {
    const element = await show(samplePlan());
    await press(element, 'Ouvrir la fiche : Réunir les acteurs');
    await sees(element, 'Retirer cette action');
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    await element.updateComplete;
    const write = async (label: string, value: string): Promise<void> => {
      const input = field(element, label);
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await element.updateComplete;
    };
    await press(element, 'Ajouter le commentaire');
    await sees(element, 'Écrivez d’abord votre commentaire');
    await write('Votre commentaire', 'Salle à réserver.');
    await write('Votre fonction (jamais un nom)', 'CCAS');
    await fill(element, field(element, 'Fin'), '2020-04-30');
    await press(element, 'Retour au plan');
    await press(element, 'Ouvrir la fiche : Réunir les acteurs');
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    expect(field(element, 'Votre commentaire').value).to.equal('Salle à réserver.');
    await press(element, 'Ajouter le commentaire');
    await sees(element, 'CCAS');
    expect(element.value.actions[0]!.comments!.map(({ by, text: said }) => [by, said])).to.deep.equal([['CCAS', 'Salle à réserver.']]);
    expect(text(element)).to.match(/Fin : 31 mars 2020 → 30 avr\. 2020/);
    await accessible(element);
    const whole = await saved(() => element.download('json'));
    const open = await saved(() => element.download('json', { publicOnly: true }));
    expect([(await whole.blob.text()).includes('Salle à réserver'), (await open.blob.text()).includes('Salle à réserver')]).to.deep.equal([true, false]);
  });
});

describe('<asb-action-plan>: committees and log', () => {
  it('a committee has its next meetings, a moment its numbers, a decision its action; all of it is kept and given back', async () => {
    const element = await show(samplePlan());
    await press(element, 'Comités et journal');
    await sees(element, 'Ajouter un comité');
    await accessible(element);
    await press(element, 'Ajouter un comité');
    await fill(element, field(element, 'Nom du comité'), 'Groupe de suivi');
    await fill(element, field(element, 'Prochaine réunion'), '2090-01-12');
    await sees(element, 'Réunions à venir : 12 janv. 2090, 12 avr. 2090, 12 juil. 2090.');
    await press(element, 'Noter un moment');
    await fill(element, field(element, 'Ce qui a eu lieu'), 'Rencontre des bibliothèques');
    await fill(element, field(element, 'Personnes présentes'), 'dix');
    expect(text(element)).to.include('Ce n’est pas un nombre');
    await fill(element, field(element, 'Personnes présentes'), '12');
    await press(element, 'Noter une décision');
    await fill(element, field(element, 'Décision'), 'Prêter dix ordinateurs.');
    await fill(element, field(element, 'Prise par'), element.value.committees[0]!.id);
    await fill(element, field(element, 'Action qui en découle'), id(3));
    const { committees, log, decisions } = element.value;
    expect([committees[0]!.name, committees[0]!.frequency, log[0]!.attendance, decisions[0]!.text, decisions[0]!.actions]).to.deep.equal(['Groupe de suivi', 'trimestrielle', 12, 'Prêter dix ordinateurs.', [id(3)]]);
    await accessible(element);
    await fitsNarrow(element);
    const read = await show(element.value, { readonly: '' });
    await press(read, 'Comités et journal');
    await sees(read, 'Réunions à venir');
    expect(() => button(read, 'Ajouter un comité')).to.throw('no button');
    await press(element, 'Retirer : Groupe de suivi');
    expect(element.value.committees).to.deep.equal([]);
  });
});

describe('<asb-action-plan>: files', () => {
  it('opens what the self-assessment saves, asks before it replaces, and says what is wrong in a bad file', async () => {
    const element = await show();
    await chooseFile(element, 'actions.json', JSON.stringify({ type: 'plan', actions: [{ id: id(9), type: 'action', title: 'Désigner un élu', status: 'A discuter', steps: [{ text: 'Appeler', done: false }], recommendation: 'designer_elu' }] }));
    await sees(element, 'Désigner un élu');
    await chooseFile(element, 'autre.json', JSON.stringify({ type: 'plan', actions: [{ id: id(10), type: 'action', title: 'Autre', end: '2026-02-30' }] }));
    await sees(element, 'votre plan n’a pas changé');
    expect(text(element)).to.include('action « Autre », actions[0].end : une date qui existe est attendue ici');
    expect(element.value.actions.length).to.equal(1);
    await accessible(element);
    await chooseFile(element, 'tableau.csv', 'Titre de l\'action;Statut;Date de fin\nOuvrir le samedi;En cours;31/12/2027\nFermer;Fini;');
    await sees(element, '2 actions lues dans « tableau.csv »');
    expect(text(element)).to.include('B3 : le statut « Fini » n’existe pas');
    await accessible(element);
    await fitsNarrow(element);
    await press(element, 'Ajouter au plan affiché');
    expect(element.value.actions.map(({ title }) => title)).to.deep.equal(['Désigner un élu', 'Ouvrir le samedi', 'Fermer']);
    await press(element, 'Annuler');
    expect(element.value.actions.length).to.equal(1);
  });

  it('a table whose titles nobody knows is read as the person says, and nothing is taken before', async () => {
    const element = await show();
    await chooseFile(element, 'collegue.csv', 'Intitulé;Statut;Qui\nOuvrir le samedi;En cours;Médiathèque, CCAS\nFormer les agents;;');
    await sees(element, 'Aucune ligne de titres');
    await sees(element, 'Par exemple : Ouvrir le samedi, Former les agents');
    await accessible(element);
    await fitsNarrow(element);
    await fill(element, field(element, 'Intitulé'), 'title');
    await sees(element, '2 actions lues dans « collegue.csv »');
    await fill(element, field(element, 'Qui'), 'pilots');
    expect(text(element)).to.match(/Ouvrir le samedi\s+En cours\s+Médiathèque, CCAS/);
    expect(element.value.actions.length).to.equal(0);
    await accessible(element);
    await press(element, 'Prendre ce plan');
    expect(element.value.actions.map(({ title, status, pilots, notes }) => [title, status, pilots, notes])).to.deep.equal([['Ouvrir le samedi', 'En cours', ['Médiathèque', 'CCAS'], ''], ['Former les agents', 'A discuter', [], '']]);
  });

  it('every download is what its name says, and honours the filters', async () => {
    const element = await show(samplePlan());
    await press(element, 'Télécharger');
    await accessible(element);
    const json = await saved(() => element.download('json'));
    expect(json.name).to.match(/^plan-de-la-commune-\d{4}-\d\d-\d\d\.json$/);
    const back = await show();
    await chooseFile(back, json.name, json.blob);
    await sees(back, 'Prêter des ordinateurs');
    expect(back.value).to.deep.equal({ ...element.value, history: back.value.history });
    const xlsx = await saved(() => press(element, 'Excel (Territoires'));
    await sees(element, 'Ce format n’a pas de place pour');
    expect(text(element)).to.include('1 action : étapes');
    await accessible(element);
    const again = await show();
    await chooseFile(again, xlsx.name, xlsx.blob);
    await sees(again, '3 actions lues');
    await accessible(again);
    expect(again.value.actions.length).to.equal(0, 'nothing is taken before somebody says so');
    await press(again, 'Prendre ce plan');
    await sees(again, 'Écrire le compte rendu');
    expect(again.value.actions.map(({ title, parent }) => [title, parent !== undefined])).to.deep.equal([['Réunir les acteurs', false], ['Écrire le compte rendu', true], ['Prêter des ordinateurs', false]]);
    const word = await saved(() => press(element, 'Word (.docx)'));
    expect([word.name.endsWith('.docx'), new TextDecoder().decode((await word.blob.slice(0, 2).arrayBuffer()))]).to.deep.equal([true, 'PK']);
    await press(element, 'Filtres');
    field(element, 'En retard seulement').click();
    await sees(element, '1 action affichée sur 3');
    for (const [format, has, hasNot] of [['csv', 'Réunir', 'Prêter'], ['ics', 'BEGIN:VEVENT', 'Prêter'], ['markdown', '### Réunir', 'Prêter'], ['national', '"nom": "Réunir', 'Prêter'], ['json', 'Réunir', 'Prêter des']] as const) {
      const content = await (await saved(() => element.download(format))).blob.text();
      expect(content, format).to.include(has);
      expect(content, format).not.to.include(hasNot);
    }
  });
});

describe('<asb-action-plan>: keeping', () => {
  it('finds the plan again on this device, and prefers it to the page’s own, which stays one click away', async () => {
    const key = { 'storage-key': `kept ${String(Math.random())}` };
    const first = await show(undefined, key);
    await waitUntil(() => text(first).includes('pas encore d’action'));
    await press(first, 'Ajouter une action');
    await waitUntil(() => text(first).includes('Enregistré sur cet appareil'), 'it is saved', { timeout: 10_000 });
    const second = await show(undefined, key);
    await sees(second, 'Nouvelle action');
    expect(second.value.actions.length).to.equal(1);
    await fill(second, within(second, '.name input'), 'Mon plan');
    await waitUntil(() => text(second).includes('Enregistré sur cet appareil'));
    await fill(first, within(first, '.name input'), 'Autre');
    await sees(first, 'modifié dans un autre onglet');
    await accessible(first);
    await press(first, 'Voir l’autre version');
    await waitUntil(() => first.value.name === 'Mon plan', 'the other version', { timeout: 10_000 });
  });

  it('a plan of the page that cannot be reached says what to do, and keeps the page’s words', async () => {
    const element = await show(undefined, { src: '/nowhere/plan.json', readonly: '' });
    await sees(element, 'Le plan n’a pas pu être ouvert');
    expect(text(element)).to.include('404');
    await accessible(element);
  });

  it('readonly shows and exports, and nothing can be changed', async () => {
    const element = await show(samplePlan(), { readonly: '' });
    expect(element.shadowRoot?.querySelectorAll('.cell, input[type=file]').length).to.equal(0);
    await press(element, 'Ouvrir la fiche : Réunir les acteurs');
    await sees(element, 'Retour au plan');
    expect([...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('.sheet :is(input, select, textarea)') ?? [])].every((each) => each.disabled)).to.equal(true);
    await accessible(element);
    element.value = newPlan(id(7));
    await ready(element);
    await sees(element, 'Ce plan ne contient aucune action');
  });

  it('a wrong value is told, never thrown', async () => {
    const element = await show();
    (element as { value: unknown }).value = { type: 'survey' };
    await sees(element, 'pas un plan d’actions enregistré par cet outil');
    element.setAttribute('view', 'cube');
    await element.updateComplete;
    expect(JSON.parse(JSON.stringify(element))).to.have.property('type', 'plan');
  });
});
