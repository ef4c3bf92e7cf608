import type { ActorData } from '@assembleurs/commons/actors';
import { expect, waitUntil } from '@open-wc/testing';
import '../define/actor-map.ts';
import type { AsbActorMap } from './actor-map.ts';
import { accessible, button, demo, every, fill, giveFile, press, sees, show, text, tick, view, within } from './test-support.ts';

const HEAD = 'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,date_maj,services';
const row = (id: string, nom: string, more: { commune?: string; insee?: string; adresse?: string } = {}): string =>
  `${id},00000000000000,${nom},${more.commune ?? 'Lambersart'},59130,${more.insee ?? '59328'},${more.adresse ?? '1 rue Fictive'},50.65,3.02,BIB,2026-01-02,Compréhension du monde numérique`;
const national = (...rows: readonly string[]): string => `${[HEAD, ...rows].join('\n')}\n`;

const own = (...names: readonly string[]): ActorData => ({
  actors: names.map((name, at) => ({ ...demo().actors[at]!, name, commune: '59328', kind: at === 0 ? 'bibliotheque' : 'operateur_mediation' })), places: [],
  links: names.length < 2 ? [] : [{ ...demo().links[0]!, source: demo().actors[0]!.id, target: demo().actors[1]!.id }],
});

async function edited(data: ActorData, attributes: Readonly<Record<string, string>> = {}): Promise<AsbActorMap> {
  return show({ editable: '', view: 'files', ...attributes }, data);
}

/** As a file held above the element, and let go. */
function drag(element: AsbActorMap, type: 'dragover' | 'dragleave' | 'drop', content?: string): DragEvent {
  const dataTransfer = new DataTransfer();
  if (content === undefined) dataTransfer.setData('text/plain', 'des mots');
  else dataTransfer.items.add(new File([content], 'lieux.csv'));
  const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
  within(element, '[part=actors]').dispatchEvent(event);
  return event;
}

describe('<asb-actor-map>: an imported place, and the actors that are here', () => {
  it('goes to the actor of that name and commune, whose links and words stay', async () => {
    const element = await edited(own('Médiathèque de Lambersart', 'Opérateur'));
    await giveFile(element, 'lieux.csv', national(row('1', 'Médiathèque de Lambersart'), row('2', 'Lieu nouveau')));
    await sees(element, 'Relire avant de fusionner');
    await press(element, 'Fusionner');
    await sees(element, '« lieux.csv » est fusionné');
    const { actors, places, links } = element.value!;
    expect(actors.map(({ name }) => name)).to.deep.equal(['Médiathèque de Lambersart', 'Opérateur', 'Lieu nouveau']);
    expect(places.map(({ nom, holder }) => [nom, actors.find(({ id }) => id === holder)!.name])).to.deep.equal([['Médiathèque de Lambersart', 'Médiathèque de Lambersart'], ['Lieu nouveau', 'Lieu nouveau']]);
    expect(links[0]!.source).to.equal(actors[0]!.id);
  });

  it('is asked about where it may be another’s', async () => {
    const element = await edited(own('Bibliothèque municipale Lambersart'));
    await giveFile(element, 'lieux.csv', national(row('1', 'Médiathèque de Lambersart')));
    await sees(element, 'Qui tient le lieu « Médiathèque de Lambersart » ?');
    await accessible(element);
    await tick(element, 'C’est « Bibliothèque municipale Lambersart »');
    await press(element, 'Fusionner');
    await sees(element, 'est fusionné');
    expect([element.value!.actors.length, element.value!.places[0]!.holder]).to.deep.equal([1, element.value!.actors[0]!.id]);
  });

  it('is found in its commune when the file gives no INSEE code', async () => {
    const element = await edited(own('Médiathèque de Lambersart'));
    await giveFile(element, 'lieux.csv', national(row('1', 'Médiathèque de Lambersart', { insee: '' })));
    await sees(element, 'Relire avant de fusionner');
    await press(element, 'Fusionner');
    await sees(element, 'est fusionné');
    expect([element.value!.actors.length, element.value!.places[0]!.code_insee]).to.deep.equal([1, '59328']);
  });
});

describe('<asb-actor-map>: what waits for a decision', () => {
  const doubtful = (id: string, nom: string, adresse: string): string => national(row(id, nom, { adresse }));

  it('is added to by the next file, survives a reload, goes with the undo, and once decided waits no longer', async () => {
    const key = `waits-${String(Date.now())}`;
    const element = await edited(own('Bibliothèque municipale Lambersart', 'Centre social municipal'), { 'storage-key': key });
    for (const [name, content] of [['un.csv', doubtful('1', 'Médiathèque de Lambersart', '1 rue Une')], ['deux.csv', doubtful('2', 'Le Centre social', '2 rue Deux')]] as const) {
      await view(element, 'Fichiers');
      await giveFile(element, name, content);
      await sees(element, 'Relire avant de fusionner');
      await press(element, 'Fusionner');
      await sees(element, `« ${name} » est fusionné`);
    }
    await view(element, 'Fichiers');
    await sees(element, '2 enregistrements attendent une décision');
    await press(element, 'Annuler : fusion');
    await sees(element, 'Un enregistrement attend une décision');
    await press(element, 'Rétablir');
    await sees(element, 'Enregistré sur cet appareil');
    const again = await show({ 'editable': '', 'view': 'files', 'storage-key': key });
    await sees(again, '2 enregistrements attendent une décision');
    await giveFile(again, 'un.csv', doubtful('1', 'Médiathèque de Lambersart', '1 rue Une'));
    await sees(again, 'Relire avant de fusionner');
    await tick(again, 'Un autre acteur : le créer');
    await press(again, 'Fusionner');
    await sees(again, 'est fusionné');
    expect(again.value!.places).to.have.length(1);
    await view(again, 'Fichiers');
    await sees(again, 'Un enregistrement attend une décision');
  });
});

describe('<asb-actor-map>: remarks', () => {
  it('all can be reached; those of a table show before it is read, by line', async () => {
    const element = await edited(own('Médiathèque'));
    await giveFile(element, 'contacts.csv', `Structure;Ville;Siret\n${Array.from({ length: 25 }, (_, at) => `Acteur ${String(at)};Inconnue${String(at)};12345678901234`).join('\n')}\n`);
    await sees(element, 'Dire ce que sont les colonnes');
    await sees(element, 'remarques sur les 25 premières lignes');
    expect(text(element)).to.include('Ligne 2 :');
    await press(element, 'autres remarques');
    await sees(element, 'Ligne 26 :');
    await accessible(element);
  });
});

describe('<asb-actor-map>: a file dropped on it', () => {
  it('is opened as with the button; only files are taken, and one sees where', async () => {
    const element = await edited(own('Médiathèque de Lambersart'));
    expect(drag(element, 'dragover').defaultPrevented, 'words go where the page wants them').to.equal(false);
    expect(drag(element, 'dragover', '').defaultPrevented).to.equal(true);
    await sees(element, 'Lâchez le fichier ici pour l’ouvrir');
    await accessible(element);
    drag(element, 'dragleave', '');
    await waitUntil(() => !text(element).includes('Lâchez'), 'it is gone');
    expect(drag(element, 'drop', national(row('1', 'Lieu nouveau'))).defaultPrevented).to.equal(true);
    await sees(element, 'Voici ce que « lieux.csv » apporterait');
    drag(element, 'drop', national(row('2', 'Autre lieu')));
    await sees(element, 'terminez ou annulez d’abord la lecture en cours');
    await press(element, 'Fusionner');
    await sees(element, '« lieux.csv » est fusionné');
  });

  it('a reader looks at one: nothing is kept, and they come back to the page’s', async () => {
    const element = await show({ view: 'files', name: 'acteurs' }, demo());
    const before = element.toJSON();
    const heard: unknown[] = [];
    element.addEventListener('asb-change', (event) => { heard.push(event); });
    await sees(element, 'Regarder un fichier');
    await giveFile(element, 'lieux.csv', national(row('1', 'Lieu à regarder')));
    await sees(element, 'Vous regardez votre fichier « lieux.csv »');
    await sees(element, 'Lieu à regarder');
    expect(text(element)).to.include('1 acteur');
    await accessible(element);
    expect(element.toJSON(), 'the page’s value is its own').to.deep.equal(before);
    drag(element, 'drop', national(row('1', 'Un autre lieu')));
    await sees(element, 'Un autre lieu');
    await press(element, 'Revenir aux acteurs de la page');
    await sees(element, '365 acteurs');
    expect(text(element)).not.to.include('Vous regardez');
    expect(element.shadowRoot!.activeElement).to.equal(within(element, '[data-focus=title]'));
    expect([heard, element.toJSON()]).to.deep.equal([[], before]);
  });

  it('a reader says what a table’s columns are, too', async () => {
    const element = await show({ view: 'files' }, demo());
    await giveFile(element, 'contacts.csv', 'Structure;Ville\nCentre fictif;Roubaix\n');
    await sees(element, 'Dire ce que sont les colonnes');
    await press(element, 'Lire ce tableau');
    await sees(element, 'Vous regardez votre fichier « contacts.csv »');
    expect(every(element, '.list .name').map((each) => each.innerText)).to.deep.equal(['Centre fictif']);
    await fill(element, '#words', 'centre');
    expect(button(element, 'Revenir aux acteurs de la page').checkVisibility()).to.equal(true);
  });
});
