import { graphOf, newStrategy, unanswered } from '@assembleurs/commons/strategy';
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/impact-strategy.ts';
import { newRecordId } from '../internal/record-id.ts';
import type { StrategyChangeEvent } from './events.ts';
import type { AsbImpactStrategy } from './impact-strategy.ts';
import { accessible, button, field, fill, fitsNarrow, press, programme, saved, sees, show, text, within } from './test-support.ts';

const focused = (element: AsbImpactStrategy): HTMLElement | null => element.shadowRoot?.activeElement as HTMLElement | null;
const writing = (element: AsbImpactStrategy): Promise<void> => waitUntil(() => focused(element)?.matches('[data-editor]') === true, 'a line is being written', { timeout: 10_000 });
const onItem = (element: AsbImpactStrategy, words: string): Promise<void> => waitUntil(() => focused(element)?.role === 'treeitem' && focused(element)?.textContent.includes(words), `« ${words} » has the focus`, { timeout: 10_000 });
/** The map as people read it: levels and words. */
const map = (element: AsbImpactStrategy): readonly string[] => [...(element.shadowRoot?.querySelectorAll('[role=treeitem]') ?? [])].map((item) => `${'.'.repeat(Number(item.ariaLevel) - 1)}${item.querySelector('.words')?.textContent ?? ''}`);
const type = async (element: AsbImpactStrategy, words: string): Promise<void> => {
  await writing(element);
  await sendKeys({ type: words });
};
/** As an event: Alt alone opens a browser's own menu, and one driver cannot hold a key down. */
const altUp = async (element: AsbImpactStrategy): Promise<void> => {
  focused(element)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true }));
  await element.updateComplete;
};
const key = async (name: string): Promise<void> => { await sendKeys({ press: name }); };

async function chooseFile(element: AsbImpactStrategy, name: string, content: BlobPart): Promise<void> {
  const input = within(element, 'input[type=file]') as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

describe('<asb-impact-strategy>: the impact map', () => {
  it('teaches the first step when it is empty; the keyboard alone writes a map of four levels', async () => {
    const element = await show();
    expect(text(element)).to.include('Pourquoi agir, avec qui, comment ?');
    await accessible(element);
    await fitsNarrow(element);
    button(element, 'Écrire un objectif').focus();
    await key('Enter');
    await type(element, 'Coordonner');
    await key('Enter');
    await type(element, 'La commune');
    await key('Tab');
    await writing(element);
    await key('Enter');
    await type(element, 'Le CCAS');
    await key('Enter');
    await type(element, 'Oriente ses usagers');
    await key('Tab');
    await writing(element);
    await key('Enter');
    await type(element, 'Une fiche d’orientation');
    await key('Tab');
    await writing(element);
    await key('Enter');
    await writing(element);
    await key('Escape');
    await onItem(element, 'Une fiche d’orientation');
    expect(map(element)).to.deep.equal(['Coordonner', '.La commune', '.Le CCAS', '..Oriente ses usagers', '...Une fiche d’orientation']);
    await sees(element, 'Enregistré sur cet appareil');
  });

  it('moves with the arrows, changes order and level, removes, and takes back', async () => {
    const element = await show(programme());
    expect(map(element).length).to.equal(16);
    const first = within(element, '[role=treeitem]');
    first.focus();
    await key('ArrowRight');
    await onItem(element, 'La commune accompagnée');
    await key('ArrowRight');
    await onItem(element, 'Sensibiliser les élus');
    await key('ArrowDown');
    await key('ArrowDown');
    await key('ArrowDown');
    await onItem(element, 'Repérer les compétences');
    await altUp(element);
    await waitUntil(() => map(element)[2] === '..Repérer les compétences internes', 'it moved up');
    await onItem(element, 'Repérer les compétences');
    await altUp(element);
    await sees(element, 'C’est déjà le premier.');
    await key('Delete');
    await sees(element, 'retiré, avec 1 élément qui ne servait que lui');
    expect(map(element).some((line) => line.includes('Repérer'))).to.equal(false);
    await press(element, 'Annuler');
    expect(map(element)[2]).to.equal('..Repérer les compétences internes');
    await press(element, 'Annuler');
    expect(map(element)[2]).to.equal('..Sensibiliser les élus');
    await press(element, 'Rétablir');
    expect(map(element)[2]).to.equal('..Repérer les compétences internes');
  });

  it('leaves the map with Tab, and a line that is being written with Escape: no key is a trap', async () => {
    const element = await show(programme());
    const first = within(element, '[role=treeitem]');
    first.focus();
    await key('Enter');
    await writing(element);
    await accessible(element);
    (focused(element) as HTMLInputElement).select();
    await sendKeys({ type: 'Autre chose' });
    await key('Escape');
    await onItem(element, 'Mise en place');
    expect(element.value.nodes[0]?.text).to.equal('Mise en place de la coordination locale');
    // Something to go to: else the browser's own window takes the keys, for all that comes after.
    const next = document.createElement('button');
    element.parentElement!.append(next);
    await key('Tab');
    expect(document.activeElement === next).to.equal(true);
    next.remove();
  });

  it('keeps a typed line when the person goes elsewhere, and never an empty text', async () => {
    const element = await show(programme());
    within(element, '[role=treeitem]').click();
    await element.updateComplete;
    await press(element, 'Ajouter : Acteur');
    await type(element, 'Le département');
    await press(element, 'Théorie du changement');
    await sees(element, 'Le département');
    await press(element, 'Carte d’impact');
    await element.updateComplete;
    within(element, '[role=treeitem]').focus();
    await key('Enter');
    await writing(element);
    (focused(element) as HTMLInputElement).value = '';
    focused(element)?.dispatchEvent(new Event('input'));
    await key('Enter');
    await sees(element, 'Un élément garde toujours un texte');
    expect(element.value.nodes[0]?.text).to.equal('Mise en place de la coordination locale');
  });

  it('keeps what is half typed when the page goes away', async () => {
    const element = await show(programme());
    within(element, '[role=treeitem]').focus();
    await key('Enter');
    await writing(element);
    await key('End');
    await sendKeys({ type: ', ensemble' });
    dispatchEvent(new Event('pagehide'));
    expect(element.value.nodes[0]?.text).to.equal('Mise en place de la coordination locale, ensemble');
  });

  it('folds and unfolds; a folded map says how much it hides', async () => {
    const element = await show(programme());
    await press(element, 'Tout replier');
    expect(map(element)).to.deep.equal(['Mise en place de la coordination locale']);
    expect(text(element)).to.include('15 repliés');
    within(element, '[role=treeitem]').focus();
    await key('ArrowRight');
    expect(map(element)).to.deep.equal(['Mise en place de la coordination locale', '.La commune accompagnée', '.Les acteurs du territoire', '.La Métropole européenne de Lille (MEL)']);
    await press(element, 'Tout déplier');
    expect(map(element).length).to.equal(16);
  });

  it('names what several share after the first time, and links it from its details', async () => {
    const element = await show(programme());
    expect([...element.shadowRoot!.querySelectorAll('[role=treeitem]')].filter((item) => item.textContent.includes('déjà décrit plus haut')).length).to.equal(4);
    const item = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=treeitem]')].find((each) => each.textContent.includes('Des temps forts'))!;
    item.click();
    await element.updateComplete;
    await press(element, 'Détails');
    await waitUntil(() => focused(element)?.id === 'sheet', 'the sheet has the focus', { timeout: 10_000 });
    await accessible(element);
    await fitsNarrow(element);
    const box = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].find((each) => each.closest('label')!.textContent.includes('Sensibiliser les élus'))!;
    box.click();
    await element.updateComplete;
    const node = element.value.nodes.find(({ text: words }) => words === 'Des temps forts')!;
    expect(node.serves.length).to.equal(2);
    await press(element, 'Retour');
    await onItem(element, 'Des temps forts');
  });

  it('is as a list the same items, and both are accessible', async () => {
    const element = await show(programme());
    await accessible(element);
    await fitsNarrow(element);
    const before = map(element);
    await press(element, 'En liste');
    expect(map(element)).to.deep.equal(before);
    await accessible(element);
  });
});

describe('<asb-impact-strategy>: the other readings', () => {
  it('shows the theory of change by actor; an answer takes the mark of an obstacle away', async () => {
    const element = await show(programme(), { view: 'theory' });
    await sees(element, '6 obstacles sans réponse sur 6');
    await accessible(element);
    await fitsNarrow(element);
    await press(element, 'Répondre à : Un manque de budget');
    await waitUntil(() => focused(element)?.id === 'sheet', 'the sheet has the focus', { timeout: 10_000 });
    const reply = field(element, 'Réponse en une phrase');
    reply.value = 'Demander une subvention';
    await press(element, 'Ajouter une réponse');
    await sees(element, 'Demander une subvention');
    await press(element, 'Retour');
    await sees(element, '5 obstacles sans réponse sur 6');
    expect(text(element)).to.include('réponse : Demander une subvention');
    expect(unanswered(element.value).length).to.equal(5);
  });

  it('says how sure one is of an effect, and what it rests on', async () => {
    const element = await show(programme(), { view: 'theory' });
    await sees(element, 'Le territoire porte');
    await press(element, 'Détails : Le territoire porte la coordination');
    await sees(element, 'Sur quoi elle repose');
    const confidence = [...element.shadowRoot!.querySelectorAll('select')].find((each) => each.labels[0]?.textContent.includes('Confiance'))!;
    await fill(element, confidence, 'high');
    await fill(element, field(element, 'Sur quoi elle repose'), 'Deux communes l’ont fait.');
    await press(element, 'Retour');
    await sees(element, 'bonne confiance');
    expect(text(element)).to.include('Deux communes l’ont fait.');
  });

  it('writes in place: Enter keeps and goes on, the same words are shared', async () => {
    const element = await show(programme(), { view: 'logic' });
    await sees(element, 'Entretiens de diagnostic');
    await accessible(element);
    await fitsNarrow(element);
    const before = element.value.nodes.length;
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('.add')].find((each) => /Ressource.*Entretiens de diagnostic/s.test(each.textContent))!.click();
    await type(element, 'temps de l’équipe, SUPPORTS');
    await key('Enter');
    await sees(element, 'il est maintenant partagé');
    expect(element.value.nodes.length).to.equal(before);
    await type(element, 'Une salle');
    await key('Enter');
    await writing(element);
    await key('Escape');
    const interviews = element.value.nodes.find(({ text: words }) => words === 'Entretiens de diagnostic')!;
    expect(graphOf(element.value).under(interviews).map(({ text: words }) => words).sort()).to.deep.equal(['Temps de l’équipe, supports', 'Une salle', 'Équipe et MEL']);
    await waitUntil(() => focused(element)?.matches('.add') === true, 'back where it was opened');
  });

  it('draws of the logic model as many boxes as the table has texts', async () => {
    const element = await show(programme(), { view: 'logic' });
    await sees(element, 'Entretiens de diagnostic');
    expect(element.shadowRoot!.querySelectorAll('.flow .node').length).to.equal(element.shadowRoot!.querySelectorAll('table.logic .cell').length);
  });

  it('keeps stakeholders: what each validates, and when it did', async () => {
    const element = await show(programme(), { view: 'stakeholders' });
    await sees(element, 'Les commanditaires');
    expect(text(element)).to.include('à valider');
    await accessible(element);
    await fitsNarrow(element);
    await press(element, 'Modifier : Les territoires identifiés');
    await waitUntil(() => focused(element)?.id === 'sheet', 'the sheet has the focus', { timeout: 10_000 });
    await accessible(element);
    await fitsNarrow(element);
    await fill(element, within(element, 'input[type=date]'), '2027-03-02');
    await press(element, 'Retour');
    await sees(element, 'validé le 2 mars 2027');
    await press(element, 'Ajouter une partie prenante');
    await waitUntil(() => focused(element)?.localName === 'input', 'its name has the focus', { timeout: 10_000 });
    await sendKeys({ type: 'Les centres sociaux' });
    await key('Tab');
    await press(element, 'Retour');
    await sees(element, 'Les centres sociaux');
  });

  it('leads by questions from nothing: the answers make the strategy', async () => {
    const element = await show(undefined, { template: 'guided' });
    await sees(element, 'Question 1 sur 3');
    await accessible(element);
    await fitsNarrow(element);
    const answer = async (words: string): Promise<void> => {
      within(element, '[data-focus=answer]').focus();
      await sendKeys({ type: words });
      await key('Enter');
      await sees(element, words);
    };
    await answer('Que chacun soit orienté');
    await press(element, 'Suivante');
    await sees(element, 'Pour : Que chacun soit orienté');
    await answer('Les bibliothèques');
    await answer('Les centres sociaux');
    await press(element, 'Suivante');
    await sees(element, 'Pour : Les bibliothèques');
    await answer('Accueillent des ateliers');
    await press(element, 'Carte d’impact');
    expect(map(element)).to.deep.equal(['Que chacun soit orienté', '.Les bibliothèques', '..Accueillent des ateliers', '.Les centres sociaux']);
  });

  it('shows slides: arrows, the ends, and all of them on paper', async () => {
    const element = await show(programme(), { view: 'slides' });
    await sees(element, 'Diapositive 1 sur');
    await accessible(element);
    await fitsNarrow(element);
    within(element, '.stage').focus();
    await key('ArrowRight');
    await sees(element, 'Objectifs (pourquoi)');
    await key('End');
    await sees(element, 'Partager ce qu’on apprend');
    await key('ArrowRight');
    await sees(element, 'C’est la dernière.');
    await key('Home');
    await sees(element, 'Diapositive 1 sur');
    const all = Number(/sur (\d+)/.exec(text(element))![1]);
    expect(element.shadowRoot!.querySelectorAll('.sheet-of-paper').length).to.equal(all);
  });
});

describe('<asb-impact-strategy>: files, languages, what goes wrong', () => {
  it('saves each format, and reads its own file back equal', async () => {
    const element = await show(programme());
    const json = await saved(() => element.download());
    expect(json.name).to.equal('coordinations-locales-d-inclusion-numerique.json');
    for (const [format, name, words] of [['deck', '.html', 'Théorie du changement'], ['markdown', '.md', '## Mise en œuvre'], ['csv', '.csv', 'Les commanditaires']] as const) {
      const file = await saved(() => element.download(format));
      expect(file.name.endsWith(name)).to.equal(true);
      expect(await file.blob.text()).to.include(words);
    }
    const other = await show();
    await chooseFile(other, 'strategie.json', await json.blob.text());
    await sees(other, 'Sensibiliser les élus');
    expect(other.value).to.deep.equal(element.value);
  });

  it('asks before a file takes the place of what is there, and tells what is wrong with one', async () => {
    const element = await show(programme());
    await chooseFile(element, 'autre.json', JSON.stringify(newStrategy(newRecordId(), { name: 'Autre' })));
    await sees(element, '« autre.json » : 0 élément.');
    await press(element, 'Ne rien changer');
    expect(element.value.nodes.length).to.be.greaterThan(20);
    await chooseFile(element, 'plan.json', '{"type":"plan","actions":[]}');
    await sees(element, 'Ce n’est pas une stratégie d’impact enregistrée par cet outil');
    await accessible(element);
    expect(element.value.nodes.length).to.be.greaterThan(20);
  });

  it('tells whoever listens, and gives itself as JSON', async () => {
    const element = await show(programme());
    const changed = oneEvent(element, 'asb-change') as unknown as Promise<StrategyChangeEvent>;
    await fill(element, within(element, '.name input'), 'Notre cap');
    expect((await changed).value.name).to.equal('Notre cap');
    expect((JSON.parse(JSON.stringify(element)) as { name: string }).name).to.equal('Notre cap');
  });

  it('is kept on the device, and comes back', async () => {
    const element = await show(undefined, { template: 'programme' });
    await fill(element, within(element, '.name input'), 'Gardée');
    await sees(element, 'Enregistré sur cet appareil');
    const again = document.createElement('asb-impact-strategy');
    again.lang = 'fr';
    again.storageKey = element.storageKey;
    element.parentElement!.append(again);
    await sees(again, 'Carte d’impact');
    await waitUntil(() => again.value.name === 'Gardée', 'it is the one that was kept', { timeout: 10_000 });
    again.remove();
  });

  it('speaks English, dates and levels included', async () => {
    const element = await show(programme('en'), { lang: 'en' });
    await sees(element, 'Impact map');
    expect(text(element)).to.include('Theory of change');
    await accessible(element);
  });

  it('only shows when it is read only', async () => {
    const element = await show(programme(), { readonly: '' });
    expect(text(element)).not.to.include('Annuler');
    within(element, '[role=treeitem]').focus();
    await key('Enter');
    await key('Delete');
    expect(element.shadowRoot!.querySelector('[data-editor]') === null).to.equal(true);
    expect(map(element).length).to.equal(16);
    for (const view of ['theory', 'logic', 'stakeholders'] as const) {
      element.view = view;
      await sees(element, view === 'stakeholders' ? 'Les commanditaires' : view === 'theory' ? 'Ce qui facilite' : 'Entretiens de diagnostic');
      expect(element.shadowRoot!.querySelectorAll('.cell, .add, .icon').length).to.equal(0);
    }
    await accessible(element);
  });

  it('says that an address cannot be opened, and keeps the page’s own words', async () => {
    const element = await show(undefined, { src: 'nowhere.json', readonly: '' });
    await sees(element, 'La stratégie n’a pas pu être ouverte');
    expect(within(element, 'slot').localName).to.equal('slot');
    await accessible(element);
  });
});
