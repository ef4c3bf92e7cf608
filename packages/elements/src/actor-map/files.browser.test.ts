import { expect } from '@open-wc/testing';
import '../define/actor-map.ts';
import { handedOver } from '../self-assessment/test-support.ts';
import { button, fill, giveFile, press, sees, show, text, view } from './test-support.ts';

const NATIONAL = `id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,date_maj,services
lieu-1,00000000000000,Médiathèque fictive,Lambersart,59130,59328,1 rue Fictive,50.65,3.02,BIB,2026-01-02,Compréhension du monde numérique
lieu-2,00000000000000,Annexe fictive,Lille,59000,59350,2 rue Fictive,50.63,3.05,BIB,2026-01-02,Accès internet et matériel informatique
`;

const today = new Date().toLocaleDateString('sv');

describe('<asb-actor-map>: what goes out as tables', () => {
  it('comes back elsewhere whole: an operator without a place, a kind that somebody corrected, links', async () => {
    const element = await show({ editable: '' });
    await press(element, 'Ouvrir un fichier');
    await giveFile(element, 'lieux.csv', NATIONAL);
    await sees(element, 'acteurs 2, lieux 2');
    await press(element, 'Ajouter un acteur');
    await fill(element, '#f-name', 'Opérateur fictif');
    await fill(element, '#f-kind', 'operateur_mediation');
    await fill(element, '#f-phone', '03 20 00 00 00');
    await press(element, 'Enregistrer');
    await sees(element, '3 acteurs');
    await press(element, 'Ajouter un lien');
    await fill(element, '#f-other', 'Médiathèque fictive');
    await press(element, 'Enregistrer');
    await sees(element, '1 lien');
    const library = element.value!.actors.find(({ name }) => name === 'Médiathèque fictive')!;
    // One actor holds both places, and is no library.
    element.value = {
      ...element.value!,
      actors: element.value!.actors.filter(({ name }) => name !== 'Annexe fictive').map((actor) => (actor.id === library.id ? { ...actor, kind: 'commune' as const } : actor)),
      places: element.value!.places.map((place) => ({ ...place, holder: library.id })),
    };
    await sees(element, '2 acteurs');

    await view(element, 'Fichiers');
    const out: Record<string, string> = {};
    for (const label of ['Lieux, standard national (CSV)', 'Acteurs (CSV)', 'Liens (CSV)']) {
      const files = await handedOver(() => { button(element, label).click(); });
      out[label] = await [...files.values()][0]!.text();
    }
    const elsewhere = await show({ editable: '' });
    await press(elsewhere, 'Ouvrir un fichier');
    await giveFile(elsewhere, 'lieux.csv', out['Lieux, standard national (CSV)']!);
    await sees(elsewhere, 'acteurs 1, lieux 2');
    expect(elsewhere.value!.actors[0]!.kind).to.equal('commune');
    for (const [name, label] of [['acteurs.csv', 'Acteurs (CSV)'], ['liens.csv', 'Liens (CSV)']] as const) {
      await view(elsewhere, 'Fichiers');
      await giveFile(elsewhere, name, out[label]!);
      await sees(elsewhere, 'Relire avant de fusionner');
      await press(elsewhere, 'Fusionner');
      await sees(elsewhere, `« ${name} » est fusionné`);
    }
    // Opening and merging are moves of this page, which it notes by itself.
    const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'history' ? undefined : each)));
    const said = ({ actors, places, links }: NonNullable<typeof element.value>): unknown => bare([actors, places, links].map((list) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => Object.fromEntries(Object.entries(record).sort()))));
    expect(said(elsewhere.value!)).to.deep.equal(said(element.value));
  });

  it('a place made by hand says that it is of today, and its file what the standard still asks for', async () => {
    const element = await show({ editable: '' });
    await press(element, 'Ajouter un acteur');
    await fill(element, '#f-name', 'Atelier fictif');
    await press(element, 'Enregistrer');
    await press(element, 'Ajouter un lieu');
    await fill(element, '#f-commune', 'Lille');
    await fill(element, '#f-code_postal', '59000');
    await press(element, 'Enregistrer');
    await sees(element, 'Atelier fictif');
    expect(element.value!.places[0]!.date_maj).to.equal(today);
    await view(element, 'Fichiers');
    const files = await handedOver(() => { button(element, 'Lieux, standard national (CSV)').click(); });
    const [[name, blob]] = [...files] as [[string, Blob]];
    expect(name).to.match(new RegExp(`^${today}_`));
    expect(await blob.text()).to.include(`"${today}"`);
    await sees(element, 'Le standard en dirait ceci');
    expect(text(element)).to.include('Le standard exige « adresse »').and.not.to.include('« date_maj »');
  });
});
