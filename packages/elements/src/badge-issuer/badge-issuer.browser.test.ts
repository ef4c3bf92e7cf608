import { verify } from '@assembleurs/open-badges';
import { expect } from '@open-wc/testing';

import '../define/badge-issuer.ts';
import type { BadgesIssuedEvent } from './events.ts';
import { accessible, createIssuer, desk, forget, give, PASSPHRASE, press, saved, sees, text, type, unzip, within } from './test-support.ts';

const STATUS = 'https://commune.example/badges/status.json';
const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** 60 people, and 3 lines that cannot be: a cut address, none, a double. */
const workshop = (): File => {
  const people = Array.from({ length: 60 }, (_, at) => `participant${String(at + 1)}@commune.example;Personne ${String(at + 1)};`);
  people.splice(10, 0, 'participant@commune;;');
  people.splice(20, 0, ';Sans adresse;');
  people.push('Participant7@commune.example;;', '');
  return new File([`\ufeffCourriel;Nom;Récit\r\n${people.join('\r\n')}`], 'presents.csv');
};

beforeEach(forget);

describe('a workshop of 60', () => {
  it('becomes 60 badges in a ZIP, each of them verified; one is taken back; another machine goes on', async () => {
    const element = await desk();
    const backup = await createIssuer(element, STATUS);
    await press(element, 'C’est rangé');
    await press(element, 'Choisir le badge');
    await press(element, 'Participation à l’atelier RETEX');
    await type(element, 'Adresse de cette preuve', 'https://hub.example/retex');
    await press(element, 'Choisir les destinataires');
    await give(element, 'asb-list', workshop());
    await sees(element, '60 lignes prêtes');
    await sees(element, '3 lignes à corriger');
    expect(text(element)).to.include('L’adresse « participant@commune » n’est pas complète.').and.include('Il manque l’adresse électronique.').and.include('Déjà dans la liste, ligne 8.');
    await accessible(element);
    await press(element, 'Relire et signer');
    await sees(element, '3 lignes laissées de côté');
    const issued = new Promise<BadgesIssuedEvent>((resolve) => { element.addEventListener('asb-issued', resolve, { once: true }); });
    await press(element, 'Signer 60 badges');
    expect((await issued).awards.length).to.equal(60);
    await sees(element, '60 badges signés et vérifiés.');
    await accessible(element);

    const { name, bytes } = await saved(() => press(element, 'Télécharger tout (ZIP)'));
    expect(name).to.match(/^participation-a-l-atelier-retex-.*\.zip$/);
    const files = unzip(bytes);
    const badges = Object.keys(files).filter((path) => path.startsWith('badges/'));
    expect(badges.length).to.equal(180);
    const now = new Date();
    const published = JSON.parse(decode(files['a-deposer-sur-le-site/status.json'])) as unknown;
    for (const path of badges) {
      const file = files[path] as Uint8Array;
      const verdict = await verify(path.endsWith('.png') ? file : decode(file), { now, resolve: (url) => Promise.resolve(url === STATUS ? published : undefined) });
      expect(verdict.state, path).to.equal('verified');
    }
    expect(badges.map((path) => decode(files[path])).some((badge) => badge.includes('participant1@') || badge.includes('Personne 1'))).to.equal(false);
    const merge = decode(files['publipostage.csv']);
    expect(merge.trim().split('\r\n').length).to.equal(61);
    expect(merge).to.match(/participant1@commune\.example;Personne 1;Participation à l’atelier RETEX;badges\/[\da-f-]{36}\.svg;badges\/[\da-f-]{36}\.png;/);

    await press(element, 'Voir le registre');
    await type(element, 'Chercher', 'personne 60');
    await sees(element, '1 badge');
    await press(element, 'Révoquer');
    await type(element, 'Raison', 'Absente');
    await accessible(element);
    await press(element, 'Révoquer le badge');
    await sees(element, 'Révoqué');
    const list = JSON.parse(decode((await saved(() => press(element, 'Télécharger le fichier de révocation'))).bytes)) as unknown;
    const resolve = (url: string): Promise<unknown> => Promise.resolve(url === STATUS ? list : undefined);
    const stateOf = async (email: string): Promise<string> => (await verify(element.awards.find(({ recipient }) => recipient.email === email)?.text ?? '', { now: new Date(), resolve })).state;
    expect(await stateOf('participant60@commune.example')).to.equal('revoked');
    expect(await stateOf('participant59@commune.example')).to.equal('verified');

    const register = await saved(() => press(element, 'Enregistrer le registre'));
    await press(element, 'Qui émet');
    await press(element, 'Clé perdue');
    await press(element, 'Effacer cet émetteur');
    await press(element, 'Effacer');
    await sees(element, 'Aucun émetteur');
    await press(element, 'Restaurer une sauvegarde');
    await give(element, 'asb-file', backup);
    await sees(element, backup.name);
    await type(element, 'Phrase secrète', 'pas la bonne phrase');
    await press(element, 'Ouvrir la sauvegarde');
    await sees(element, 'Ce n’est pas la phrase secrète');
    await type(element, 'Phrase secrète', PASSPHRASE);
    await press(element, 'Ouvrir la sauvegarde');
    await sees(element, 'Sauvegarde rangée');
    await press(element, 'Registre');
    await give(element, 'asb-register', new File([new Uint8Array(register.bytes)], register.name));
    await sees(element, '60 badges');
    await press(element, 'Signer');
    await sees(element, '62 lignes laissées de côté'); // all have it, but for the one that was taken back
    await press(element, 'À qui');
    await type(element, 'Destinataires', 'nouvelle@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');
    expect((await verify(element.awards.at(-1)?.text ?? '', { now: new Date(), resolve })).state).to.equal('verified');
  }).timeout(120_000);
});

describe('the desk', () => {
  it('teaches the first step, and says what is wrong where it is', async () => {
    const element = await desk();
    await accessible(element);
    await press(element, 'Créer un émetteur');
    await type(element, 'Site web', 'commune');
    await type(element, 'Phrase secrète', 'court');
    await press(element, 'Créer la clé');
    await sees(element, 'Ce texte est obligatoire');
    expect(text(element)).to.include('commence par « https:// »').and.include('La phrase secrète est trop courte');
    expect(element.shadowRoot?.activeElement?.id).to.equal('asb-name');
    expect(within(element, '#asb-url').value).to.equal('commune');
    await accessible(element);
  });

  it('keeps what was typed when the page is opened again', async () => {
    const element = await desk();
    await press(element, 'Quel badge');
    await press(element, 'Un badge à vous');
    await type(element, 'Titre du badge', 'Badge du quartier');
    await press(element, 'Choisir les destinataires');
    await sees(element, 'Ce texte est obligatoire');
    await accessible(element);
    await press(element, 'À qui');
    await type(element, 'Destinataires', 'a@commune.example');
    await sees(element, '1 ligne prête');
    const again = document.createElement('asb-badge-issuer');
    again.setAttribute('storage-key', element.getAttribute('storage-key') ?? '');
    element.replaceWith(again);
    await sees(again, 'Qui émet');
    await press(again, 'Quel badge');
    expect(within(again, '#asb-achievement-name').value).to.equal('Badge du quartier');
    again.remove();
  });
});
