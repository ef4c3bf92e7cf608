import { expect, waitUntil } from '@open-wc/testing';
import '../define/actor-map.ts';
import { handedOver } from '../self-assessment/test-support.ts';
import { accessible, button, demo, every, fill, giveFile, press, sees, show, text, tick, view, within } from './test-support.ts';
import { narrow } from '../internal/test-narrow.ts';

const NATIONAL = `id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,date_maj,services
lieu-1,00000000000000,Médiathèque fictive,Lambersart,59130,59328,1 rue Fictive,50.65,3.02,BIB,2026-01-02,Compréhension du monde numérique
lieu-2,00000000000000,Salle fictive,Lille,59000,59350,2 rue Fictive,50.63,3.05,ASSO,2026-01-02,Accès internet et matériel informatique
`;

describe('<asb-actor-map>: list and files', () => {
  it('a coordination opens the national file, adds an operator, links it to a library, takes it back, exports, and opens it elsewhere with no loss', async () => {
    const element = await show({ editable: '' });
    await sees(element, 'Aucun acteur pour l’instant');
    await press(element, 'Ouvrir un fichier');
    await giveFile(element, 'lieux.csv', NATIONAL);
    await sees(element, '« lieux.csv » est ouvert : acteurs 2, lieux 2, liens 0.');
    await press(element, 'Ajouter un acteur');
    await fill(element, '#f-commune', 'Lile');
    await press(element, 'Enregistrer');
    await sees(element, '(obligatoire)');
    expect(within(element, '#f-name').getAttribute('aria-invalid')).to.equal('true');
    expect(within(element, '#f-commune').value).to.equal('Lile');
    expect(text(element)).to.include('Lille');
    await fill(element, '#f-name', 'Opérateur fictif');
    await fill(element, '#f-kind', 'operateur_mediation');
    await fill(element, '#f-commune', 'lille');
    await press(element, 'Enregistrer');
    await sees(element, '3 acteurs');
    expect(element.value!.actors.at(-1)!.commune).to.equal('59350');

    await press(element, 'Ajouter un lien');
    await fill(element, '#f-other', 'mediatheque');
    await press(element, 'Enregistrer');
    await sees(element, 'Voulez-vous dire : Médiathèque fictive ?');
    await fill(element, '#f-other', 'Médiathèque fictive');
    await fill(element, '#f-since', '2026-11');
    await press(element, 'Enregistrer');
    await sees(element, '1 lien');
    expect(element.value!.links).to.have.length(1);
    await press(element, 'Annuler : lien avec « Médiathèque fictive » enregistré');
    expect(element.value!.links).to.have.length(0);
    await press(element, 'Rétablir');
    expect(element.value!.links).to.have.length(1);

    await view(element, 'Fichiers');
    const files = await handedOver(() => { button(element, 'Enregistrer tout (JSON)').click(); });
    const [[name, blob]] = [...files] as [[string, Blob]];
    const elsewhere = await show({ editable: '' });
    await press(elsewhere, 'Ouvrir un fichier');
    await giveFile(elsewhere, name, await blob.text());
    await sees(elsewhere, 'acteurs 3, lieux 2, liens 1');
    expect(elsewhere.toJSON()).to.deep.equal(element.toJSON());
  });

  it('a second file is reviewed before anything is taken: doubts wait, nothing is written over unsaid', async () => {
    const element = await show({ editable: '' });
    await press(element, 'Ouvrir un fichier');
    await giveFile(element, 'lieux.csv', NATIONAL);
    await sees(element, 'est ouvert');
    await view(element, 'Fichiers');
    await giveFile(element, 'suite.csv', `${NATIONAL.replace('1 rue Fictive', '9 rue Nouvelle').replace('Salle fictive', 'Salle fictve')}lieu-3,00000000000000,Lieu nouveau,Roubaix,59100,59512,3 rue Fictive,50.69,3.17,ASSO,2026-01-02,Accès internet et matériel informatique\n`);
    await sees(element, 'Relire avant de fusionner');
    expect(text(element)).to.match(/Nouveaux : acteurs \d, lieux 1/);
    expect(text(element)).to.include('9 rue Nouvelle').and.to.include('remplace');
    await accessible(element);
    await press(element, 'Fusionner');
    await sees(element, '« suite.csv » est fusionné');
    expect(element.value!.places.find(({ localId }) => localId === 'lieu-1')!.adresse).to.equal('1 rue Fictive');
    expect(element.value!.places.some(({ nom }) => nom === 'Lieu nouveau')).to.equal(true);
    await press(element, 'Annuler : fusion');
    expect(element.value!.places).to.have.length(2);
  });

  it('any table is read once a person said what its columns are', async () => {
    const element = await show({ editable: '' });
    await press(element, 'Ouvrir un fichier');
    await giveFile(element, 'contacts.csv', 'Structure;Ville;Mail;Couleur\nCentre fictif;Roubaix;centre@centre.example;bleu\n');
    await sees(element, 'Dire ce que sont les colonnes');
    expect(within(element, '[aria-label*=Ville]').value).to.equal('commune');
    await accessible(element);
    await press(element, 'Lire ce tableau');
    await sees(element, 'acteurs 1');
    const [actor] = element.value!.actors;
    expect([actor!.name, actor!.commune, actor!.email, actor!.extra]).to.deep.equal(['Centre fictif', '59512', 'centre@centre.example', { Couleur: 'bleu' }]);
  });

  it('a table of links is read against the actors that are there', async () => {
    const { actors } = demo();
    const [a, b] = actors;
    const element = await show({ editable: '', view: 'files' }, { actors: [a!, b!], places: [], links: [] });
    await giveFile(element, 'liens.csv', `source;cible;type;depuis\n${a!.name};${b!.name};convention;2026-03\n${a!.name};Inconnu;convention;2026\n`);
    await sees(element, 'Relire avant de fusionner');
    expect(text(element)).to.include('liens 1').and.to.include('Inconnu');
    await press(element, 'Fusionner');
    await sees(element, '« liens.csv » est fusionné');
    expect(element.value!.links.map(({ source, target, kind, since }) => [source, target, kind, since])).to.deep.equal([[a!.id, b!.id, 'convention', '2026-03']]);
  });

  it('a file that cannot be read is told, and what stands stays', async () => {
    const element = await show({ editable: '' }, demo());
    const before = element.toJSON();
    await view(element, 'Fichiers');
    await giveFile(element, 'abime.json', '{ "actors": [');
    await sees(element, '« abime.json » ne peut pas être lu');
    expect(element.toJSON()).to.deep.equal(before);
  });

  it('words and facets narrow the list; each count is what one gets; what is exported is what shows', async () => {
    const element = await show({}, demo());
    await sees(element, '365 acteurs');
    expect(every(element, '.list tbody tr')).to.have.length(50);
    await press(element, 'Type');
    const label = every(element, 'label.value').find((each) => each.innerText.includes('Bibliothèque'))!;
    const count = Number(/\d+/.exec(label.innerText)![0]);
    await tick(element, 'Bibliothèque');
    await sees(element, `${String(count)} acteurs sur 365`);
    await press(element, 'Liens');
    await tick(element, 'Sans lien');
    const unlinked = Number(/(\d+) acteurs? sur 365/.exec(text(element))![1]);
    expect(unlinked).to.be.lessThan(count);
    await view(element, 'Fichiers');
    const files = await handedOver(() => { button(element, 'Acteurs et lieux (GeoJSON)').click(); });
    const { features } = JSON.parse(await [...files.values()][0]!.text()) as { features: { properties: { asb_type: string } }[] };
    expect(features.filter(({ properties }) => properties.asb_type === 'actor')).to.have.length(unlinked);
    await view(element, 'Liste');
    await press(element, 'Retirer le filtre « Sans lien »');
    await sees(element, `${String(count)} acteurs sur 365`);
    await fill(element, '#words', 'zzzz');
    await sees(element, 'Aucun acteur ne correspond à ces filtres');
    await press(element, 'Tout afficher');
    await sees(element, '365 acteurs');
  });

  it('a card shows places and links; focus goes in, and comes back to the row', async () => {
    const element = await show({ contact: 'hub@hub.example' }, demo());
    const row = within(element, '.list .name');
    row.click();
    await element.updateComplete;
    expect((element.shadowRoot!.activeElement as HTMLElement).innerText).to.equal(row.innerText);
    expect(within(element, '[part=actor] a[href^="mailto:hub@hub.example"]').textContent).to.include('correction');
    await accessible(element);
    await press(element, 'Fermer');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset['actor']).to.equal(row.dataset['actor']);
  });

  it('a card reads opening hours to people, and says what happened to the actor here', async () => {
    const element = await show({ editable: '' });
    await press(element, 'Ouvrir un fichier');
    await giveFile(element, 'lieux.csv', NATIONAL.replace('date_maj,services', 'date_maj,services,horaires').replace('du monde numérique\n', 'du monde numérique,"Mo-Fr 09:00-12:00,14:00-18:30; Tu[1,3] 18:00-20:00; PH off"\n').replace(/matériel informatique\n/, 'matériel informatique,sur rendez-vous\n'));
    await sees(element, 'acteurs 2');
    await view(element, 'Liste');
    every(element, '.list .name').find((each) => each.innerText.includes('Médiathèque'))!.click();
    await sees(element, 'Du lundi au vendredi : 09:00 – 12:00, 14:00 – 18:30');
    await sees(element, 'Le 1er et 3e mardi du mois : 18:00 – 20:00');
    await sees(element, 'Les jours fériés : fermé');
    await sees(element, '2 janvier 2026');
    expect(text(element)).not.to.include('Historique');
    await press(element, 'Modifier l’acteur');
    await fill(element, '#f-phone', '0320000000');
    await press(element, 'Enregistrer');
    await sees(element, 'Historique (1)');
    every(element, '[part=actor] details summary').at(-1)!.click();
    await sees(element, 'Fiche modifiée : téléphone');
    await accessible(element);
    await press(element, 'Fermer');
    every(element, '.list .name').find((each) => each.innerText.includes('Salle'))!.click();
    await sees(element, 'sur rendez-vous');
  });

  it('keeps what was changed on the device, and another page finds it', async () => {
    const key = `keeps-${String(Date.now())}`;
    const element = await show({ editable: '', 'storage-key': key });
    await press(element, 'Ajouter un acteur');
    await fill(element, '#f-name', 'Acteur gardé');
    await press(element, 'Enregistrer');
    await sees(element, 'Enregistré sur cet appareil');
    const other = await show({ editable: '', 'storage-key': key });
    await waitUntil(() => other.value?.actors[0]?.name === 'Acteur gardé', 'another page finds it');
  });

  it('is accessible in both schemes, and at 360 px nothing is cut', async () => {
    const element = await show({ editable: '' }, demo());
    narrow(element);
    await press(element, 'Commune');
    await accessible(element);
    await press(element, 'Ajouter un acteur');
    await accessible(element);
    await press(element, 'Annuler');
    for (const each of ['Liste', 'Fichiers']) {
      await view(element, each);
      await accessible(element);
      expect(element.scrollWidth, each).to.be.at.most(360);
    }
  });

  it('speaks English', async () => {
    const element = await show({ lang: 'en' }, demo());
    await waitUntil(() => text(element).includes('365 actors'));
    expect(text(element)).to.include('List of actors');
  });
});
