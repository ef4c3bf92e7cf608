import { Meeting } from '@assembleurs/commons/animation';
import { verify } from '@assembleurs/open-badges';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

import '../define/badge-issuer.ts';
import '../define/commons.ts';
import type { AsbBadgeIssuer } from './badge-issuer.ts';
import type { BadgesIssuedEvent } from './events.ts';
import { accessible, createIssuer, desk, fileOf, forget, give, PASSPHRASE, pick, press, saved, sees, text, type, unzip, within } from './test-support.ts';

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

// One file for all of them: files run side by side, and there is one database an origin.
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
    await give(element, 'asb-register', fileOf(register));
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

const state = async (badge: string | Uint8Array, documents: Readonly<Record<string, unknown>> = {}): Promise<string> => (await verify(badge, { now: new Date(), resolve: (url) => Promise.resolve(documents[url]) })).state;

/** With an issuer and a template: the list is next. */
async function ready(attributes: Readonly<Record<string, string>> = {}): Promise<AsbBadgeIssuer> {
  const element = await desk(attributes);
  await createIssuer(element);
  await press(element, 'C’est rangé');
  await press(element, 'Quel badge');
  await press(element, 'Bibliothèque partenaire');
  await press(element, 'Choisir les destinataires');
  return element;
}

describe('signing', () => {
  it('is stopped, keeps what is signed, and goes on', async () => {
    const element = await ready();
    await type(element, 'Destinataires', Array.from({ length: 300 }, (_, at) => `a${String(at)}@commune.example`).join('\n'));
    await press(element, 'Relire et signer');
    await press(element, 'Signer 300 badges');
    await press(element, 'Arrêter');
    await sees(element, 'Signature interrompue');
    await accessible(element);
    await press(element, 'Continuer');
    await sees(element, '300 badges signés et vérifiés.');
    expect(new Set(element.awards.map(({ id }) => id)).size).to.equal(300);
    expect(new Set(element.awards.map(({ recipient }) => recipient.email)).size).to.equal(300);
  }).timeout(60_000);

  it('for organisations: their name and site are in the badge', async () => {
    const element = await ready();
    [...(element.shadowRoot?.querySelectorAll('label') ?? [])].find((label) => label.innerText.trim().startsWith('des organisations'))?.click();
    await type(element, 'Destinataires', 'Médiathèque de démonstration;https://mediatheque.example/');
    await press(element, 'Relire et signer');
    await sees(element, '1 organisation');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');
    const { text: badge = '' } = element.awards[0] ?? {};
    expect(badge).to.include('"id":"https://mediatheque.example/"').and.include('Médiathèque de démonstration');
    expect(await state(badge)).to.equal('verified');
  });
});

describe('a picture of one’s own', () => {
  it('a PNG is baked as it is; what is no picture is refused with a sentence', async () => {
    const element = await ready();
    await press(element, 'Quel badge');
    await press(element, 'Image du badge');
    await give(element, 'asb-image', new File(['<p>'], 'page.png', { type: 'image/png' }));
    await sees(element, 'Ce fichier n’est pas une image PNG entière');
    await give(element, 'asb-image', new File(['<!DOCTYPE svg><svg></svg>'], 'dessin.svg'));
    await sees(element, 'Cette image SVG ne peut pas être lue');
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    canvas.getContext('2d')?.fillRect(8, 8, 40, 40);
    const blob = await new Promise<Blob>((done) => { canvas.toBlob((made) => { done(made ?? new Blob()); }, 'image/png'); });
    await give(element, 'asb-image', new File([blob], 'image.png', { type: 'image/png' }));
    await sees(element, 'Votre image : image.png');
    await press(element, 'Choisir les destinataires');
    await type(element, 'Destinataires', 'a@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');
    const files = unzip((await saved(() => press(element, 'Télécharger tout (ZIP)'))).bytes);
    const names = Object.keys(files).filter((name) => name.startsWith('badges/'));
    expect(names.map((name) => name.split('.').at(-1)).sort()).to.deep.equal(['json', 'png']);
    const png = names.find((name) => name.endsWith('.png')) ?? '';
    expect(await state(files[png] as Uint8Array)).to.equal('verified');
  });
});

describe('what a badge is aligned with', () => {
  it('DigComp, the ESCO skill of each, and a sheet of the national register by its number', async () => {
    const element = await desk();
    await createIssuer(element);
    await press(element, 'C’est rangé');
    await press(element, 'Choisir le badge');
    await press(element, 'Bibliothèque partenaire');
    if (!within(element, '.code').checkVisibility()) await press(element, 'Référentiels');
    await pick(element, '2.4');
    await pick(element, 'Indiquer aussi la compétence ESCO');
    await press(element, 'Ajouter un autre référentiel');
    await type(element, 'Code', 'RNCP39848');
    await sees(element, 'l’adresse et le référentiel se remplissent');
    await type(element, 'Intitulé', 'Une certification');
    await accessible(element);
    await press(element, 'Choisir les destinataires');
    await type(element, 'Destinataires', 'a@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');
    const { credentialSubject: { achievement: { alignment } } } = JSON.parse(element.awards[0]!.text) as { credentialSubject: { achievement: { alignment: { targetFramework: string; targetUrl: string; targetName: string; targetCode?: string }[] } } };
    expect(alignment.map(({ targetFramework, targetCode }) => [targetFramework, targetCode ?? ''])).to.deep.include.members([['DigComp 2.2', '2.4'], ['ESCO', ''], ['RNCP', 'RNCP39848']]);
    expect(alignment.at(-1)?.targetUrl).to.equal('https://www.francecompetences.fr/recherche/rncp/39848/');
    expect(alignment.find(({ targetUrl }) => targetUrl.endsWith('2b34a99f-9813-4c91-9509-b6b9b8c3132e'))?.targetName).to.equal('Collaborer avec les technologies numériques');
    expect(alignment.filter(({ targetFramework }) => targetFramework === 'ESCO').length).to.equal(alignment.filter(({ targetFramework }) => targetFramework === 'DigComp 2.2').length);
  });
});

describe('an issuer with a site', () => {
  it('takes a new key under the same name; the badges of the old one stay good', async () => {
    const element = await desk();
    await press(element, 'Créer un émetteur');
    await type(element, 'Nom de l’organisation', 'Commune de démonstration');
    await press(element, 'Si vous avez un site');
    await type(element, 'Site qui prouvera', 'commune.example/badges');
    await type(element, 'Phrase secrète', PASSPHRASE);
    await type(element, 'La même phrase', PASSPHRASE);
    await saved(() => press(element, 'Créer la clé'));
    await press(element, 'C’est rangé');
    await sees(element, 'https://commune.example/badges/did.json');
    await press(element, 'Quel badge');
    await press(element, 'Bibliothèque partenaire');
    await press(element, 'Choisir les destinataires');
    await type(element, 'Destinataires', 'a@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');

    await press(element, 'Qui émet');
    await press(element, 'Clé perdue');
    await press(element, 'Changer de clé');
    await type(element, 'Phrase secrète', 'quatre autres mots ici');
    await type(element, 'La même phrase', 'quatre autres mots ici');
    await saved(() => press(element, 'Créer la nouvelle clé'));
    await sees(element, 'Rangez la sauvegarde maintenant');
    await press(element, 'C’est rangé');
    const { bytes } = await saved(() => press(element, 'Télécharger did.json'));
    const documents = { 'https://commune.example/badges/did.json': JSON.parse(new TextDecoder().decode(bytes)) as unknown };
    await press(element, 'À qui');
    await type(element, 'Destinataires', 'b@commune.example');
    await press(element, 'Relire et signer');
    const issued = new Promise((resolve) => { element.addEventListener('asb-issued', resolve, { once: true }); });
    await press(element, 'Signer 1 badge');
    await issued;
    expect(element.awards.length).to.equal(2);
    for (const { text: badge } of element.awards) {
      expect(await state(badge)).to.equal('issuer not proven');
      expect(await state(badge, documents)).to.equal('verified');
    }

    await press(element, 'Qui émet');
    await press(element, 'Clé perdue');
    await press(element, 'Changer de clé');
    await pick(element, 'La clé a été volée');
    await type(element, 'Phrase secrète', PASSPHRASE);
    await type(element, 'La même phrase', PASSPHRASE);
    const backup = await saved(() => press(element, 'Créer la nouvelle clé'));
    await press(element, 'C’est rangé');
    const withdrawn = async (): Promise<Record<string, unknown>> => ({ 'https://commune.example/badges/did.json': JSON.parse(new TextDecoder().decode((await saved(() => press(element, 'Télécharger did.json'))).bytes)) as unknown });
    const after = await withdrawn();
    const [old, copied] = element.awards.map(({ text: badge }) => badge);
    expect(await state(old ?? '', after)).to.equal('verified');
    expect(await state(copied ?? '', after)).not.to.equal('verified');

    // The backup knows it too: another machine publishes the same file.
    await press(element, 'Registre');
    const register = await saved(() => press(element, 'Enregistrer le registre'));
    await press(element, 'Qui émet');
    await press(element, 'Clé perdue');
    await press(element, 'Effacer cet émetteur');
    await press(element, 'Effacer');
    await press(element, 'Restaurer une sauvegarde');
    await give(element, 'asb-file', fileOf(backup));
    await sees(element, backup.name);
    await type(element, 'Phrase secrète', PASSPHRASE);
    await press(element, 'Ouvrir la sauvegarde');
    await sees(element, 'Sauvegarde rangée');
    expect(await withdrawn()).to.deep.equal(after);

    await press(element, 'Registre');
    await give(element, 'asb-register', fileOf(register));
    await sees(element, 'clé retirée');
    await type(element, 'Chercher', 'b@commune.example');
    await sees(element, '1 badge');
    await type(element, 'Chercher', '');
    await press(element, 'Renouveler ces 2 badges');
    await sees(element, '2 lignes prêtes');
    await accessible(element);
  });
});

describe('the register', () => {
  it('erases an address, and a revoked badge stays revoked', async () => {
    const url = 'https://commune.example/status.json';
    const element = await desk();
    await createIssuer(element, url);
    await press(element, 'C’est rangé');
    await press(element, 'Quel badge');
    await press(element, 'Bibliothèque partenaire');
    await press(element, 'Choisir les destinataires');
    await type(element, 'Destinataires', 'a@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');
    const badge = element.awards[0]?.text ?? '';
    await press(element, 'Voir le registre');
    await press(element, 'Révoquer');
    await press(element, 'Révoquer le badge');
    await sees(element, '1 badge révoqué');
    await press(element, 'Effacer du registre');
    await sees(element, 'Effacer ce badge du registre ?');
    [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.note.trouble button') ?? [])].find((each) => each.innerText === 'Effacer')?.click();
    await sees(element, 'C’est effacé.');
    expect(JSON.stringify(element.awards)).not.to.include('a@commune.example');
    const { bytes } = await saved(() => press(element, 'Télécharger le fichier de révocation'));
    expect(await state(badge, { [url]: JSON.parse(new TextDecoder().decode(bytes)) as unknown })).to.equal('revoked');
  });
});

describe('other ways of writing and proving a badge', () => {
  it('as tokens: what is handed over verifies, and so does the picture that is saved again from the register', async () => {
    const element = await desk({ template: 'retex-workshop' });
    await createIssuer(element);
    await press(element, 'C’est rangé');
    await press(element, 'Quel badge');
    await press(element, 'Participation à l’atelier RETEX');
    await press(element, 'À qui');
    await type(element, 'Destinataires', 'accueil@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Autre format');
    within(element, 'input[name=form]:not(:checked)').click();
    await accessible(element);
    await press(element, 'Signer 1 badge');
    const files = unzip((await saved(() => press(element, 'Télécharger tout (ZIP)'))).bytes);
    const names = Object.keys(files).filter((name) => name.startsWith('badges/')).map((name) => name.split('.').at(-1)).toSorted();
    expect(names).to.deep.equal(['jwt', 'png', 'svg']);
    for (const [name, bytes] of Object.entries(files)) {
      if (!name.startsWith('badges/')) continue;
      expect((await verify(name.endsWith('.png') ? bytes : decode(bytes), { now: new Date() })).state, name).to.equal('verified');
    }
    await press(element, 'Voir le registre');
    const again = await saved(() => press(element, 'Télécharger'));
    expect(again.name).to.match(/\.svg$/);
    expect((await verify(decode(again.bytes), { now: new Date() })).state).to.equal('verified');
  }).timeout(60_000);

  it('another organisation endorses the badge: from then on it is in each badge, proven; one about another badge is refused', async () => {
    const element = await desk({ template: 'retex-workshop' });
    const signOne = async (email: string): Promise<string> => {
      await press(element, 'À qui');
      await type(element, 'Destinataires', email);
      await press(element, 'Relire et signer');
      await press(element, 'Signer 1 badge');
      await sees(element, '1 badge signé et vérifié.');
      return element.awards.at(-1)?.text ?? '';
    };
    await createIssuer(element);
    await press(element, 'C’est rangé');
    await press(element, 'Quel badge');
    await press(element, 'Participation à l’atelier RETEX');
    const first = await signOne('un@commune.example');

    await press(element, 'Registre');
    await press(element, 'Soutenir le badge');
    await type(element, 'Le badge, collé ici', first.replace('RETEX', 'RETOUR'));
    await press(element, 'Lire ce badge');
    await sees(element, 'a été modifié depuis sa signature');
    await give(element, 'asb-endorsed-file', new File([first], 'badge.json'));
    await sees(element, '« Participation à l’atelier RETEX », par Hub de démonstration');
    await accessible(element);
    await press(element, 'Signer au nom de');
    await sees(element, 'Ce texte est obligatoire');
    await type(element, 'Pourquoi vous le soutenez', 'Nous y étions.');
    const endorsement = await saved(() => press(element, 'Signer au nom de'));
    const alone = await verify(decode(endorsement.bytes), { now: new Date() });
    expect([alone.kind, alone.state]).to.deep.equal(['EndorsementCredential', 'verified']);

    const { credentialSubject } = JSON.parse(first) as { credentialSubject: { achievement: object } };
    await give(element, 'asb-endorsed-file', new File([JSON.stringify({ '@context': [], ...credentialSubject.achievement })], 'definition.json'));
    await sees(element, '« Participation à l’atelier RETEX », ce pour quoi un badge est donné');
    const ofClass = await saved(() => press(element, 'Signer au nom de'));
    expect(JSON.parse(decode(ofClass.bytes))).to.have.nested.property('credentialSubject.id', element.awards[0]?.achievement.id);

    await press(element, 'Quel badge');
    await press(element, 'Soutiens d’autres organisations');
    await give(element, 'asb-endorsement', new File(['{}'], 'autre.json'));
    await sees(element, 'n’est pas un soutien signé');
    await give(element, 'asb-endorsement', new File([decode(endorsement.bytes)], endorsement.name));
    await accessible(element);
    const second = await verify(await signOne('deux@commune.example'), { now: new Date() });
    expect([second.state, second.endorsements.map(({ state }) => state)]).to.deep.equal(['verified', ['verified']]);
    expect(second.messages.some(({ code }) => code.startsWith('endorsement.'))).to.equal(false);

    await press(element, 'Quel badge');
    await press(element, 'Bibliothèque partenaire');
    await press(element, 'Soutiens d’autres organisations');
    await give(element, 'asb-endorsement', new File([decode(endorsement.bytes)], endorsement.name));
    await sees(element, 'concerne un autre badge');
  }).timeout(60_000);
});

describe('signing in a worker', () => {
  const begin = async (element: AsbBadgeIssuer, count: number): Promise<void> => {
    await createIssuer(element);
    await press(element, 'C’est rangé');
    await press(element, 'Quel badge');
    await press(element, 'Participation à l’atelier RETEX');
    await press(element, 'À qui');
    await type(element, 'Destinataires', Array.from({ length: count }, (_, at) => `p${String(at + 1)}@commune.example`).join('\n'));
    await press(element, 'Relire et signer');
  };
  /** Counts the workers that start, or refuses them all. */
  const watching = async (refuse: boolean, act: () => Promise<void>): Promise<number> => {
    const Own = globalThis.Worker;
    let started = 0;
    globalThis.Worker = class extends Own {
      constructor(...given: ConstructorParameters<typeof Own>) {
        if (refuse) throw new DOMException('', 'SecurityError');
        super(...given);
        started += 1;
      }
    };
    try {
      await act();
    } finally {
      globalThis.Worker = Own;
    }
    return started;
  };

  it('gives badges that verify; stopped, it keeps what is signed, and goes on', async () => {
    const element = await desk({ worker: '' });
    await begin(element, 40);
    const started = await watching(false, async () => {
      await press(element, 'Signer 40 badges');
      await sees(element, 'sur 40');
      await press(element, 'Arrêter');
      await sees(element, 'Signature interrompue');
      await press(element, 'Continuer');
      await sees(element, '40 badges signés et vérifiés.');
    });
    expect(started).to.equal(2);
    expect(element.awards.length).to.equal(40);
    expect(new Set(element.awards.map(({ id }) => id)).size).to.equal(40);
    for (const { text: badge } of element.awards) expect((await verify(badge, { now: new Date() })).state).to.equal('verified');
  }).timeout(60_000);

  it('where none can start, the page signs by itself', async () => {
    const element = await desk({ worker: '' });
    await begin(element, 3);
    expect(await watching(true, async () => {
      await press(element, 'Signer 3 badges');
      await sees(element, '3 badges signés et vérifiés.');
    })).to.equal(0);
  }).timeout(60_000);

  it('where the page does not ask for one, none starts', async () => {
    const element = await desk();
    await begin(element, 2);
    expect(await watching(false, async () => {
      await press(element, 'Signer 2 badges');
      await sees(element, '2 badges signés et vérifiés.');
    })).to.equal(0);
  }).timeout(60_000);
});

describe('who issues, and to whom', () => {
  const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';

  it('a logo is in each badge, and comes back with the backup; what is no picture, or too heavy, is said', async () => {
    const element = await desk({ template: 'retex-workshop' });
    await press(element, 'Créer un émetteur');
    await give(element, 'asb-image', new File(['bonjour'], 'logo.png', { type: 'image/png' }));
    await waitUntil(() => element.shadowRoot?.querySelector('#asb-image-e')?.textContent, 'what is wrong with it is said');
    const shown = (): unknown => waitUntil(() => element.shadowRoot?.querySelector('form img'), 'the logo shows');
    await give(element, 'asb-image', new File([LOGO.replace('<circle', `<desc>${'x'.repeat(120_000)}</desc><circle`)], 'lourd.svg'));
    await shown();
    await type(element, 'Nom de l’organisation', 'Hub de démonstration');
    await type(element, 'Phrase secrète', PASSPHRASE);
    await type(element, 'La même phrase', PASSPHRASE);
    await press(element, 'Créer la clé');
    await sees(element, 'L’image pèse plus de 105 ko');
    await press(element, 'Retirer');
    await give(element, 'asb-image', new File([LOGO], 'logo.svg'));
    await shown();
    await accessible(element);
    const backup = await saved(() => press(element, 'Créer la clé'));
    await press(element, 'C’est rangé');
    await press(element, 'À qui');
    await type(element, 'Destinataires', 'accueil@commune.example');
    await press(element, 'Relire et signer');
    await press(element, 'Signer 1 badge');
    await sees(element, '1 badge signé et vérifié.');
    expect(JSON.parse(element.awards[0]?.text ?? '')).to.have.nested.property('issuer.image.id', `data:image/svg+xml;base64,${btoa(LOGO)}`);
    await press(element, 'Qui émet');
    await press(element, 'Clé perdue');
    await press(element, 'Restaurer une sauvegarde');
    await give(element, 'asb-file', new File([new Uint8Array(backup.bytes)], backup.name));
    await sees(element, backup.name);
    await type(element, 'Phrase secrète', PASSPHRASE);
    await press(element, 'Ouvrir la sauvegarde');
    await sees(element, 'Sauvegarde rangée');
    expect(within(element, '[part=issuer] img').getAttribute('src')).to.equal(`data:image/svg+xml;base64,${btoa(LOGO)}`);
  }).timeout(60_000);

  it('a meeting of the workspace gives its attendance, and its name to the register; one that the page hands over does too', async () => {
    const commons = document.createElement('asb-commons');
    commons.setAttribute('storage-key', `meetings-${String(Date.now())}`);
    const element = document.createElement('asb-badge-issuer');
    for (const [name, value] of Object.entries({ 'lang': 'fr', 'storage-key': 'meetings', 'template': 'retex-workshop' })) element.setAttribute(name, value);
    commons.append(element);
    await fixture(html`<div>${commons}</div>`);
    await waitUntil(() => commons.workspace, 'the workspace is open', { timeout: 10_000 });
    const meeting = Meeting.parse({
      id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-000000000009', type: 'meeting', title: 'Atelier RETEX', date: '2026-11-20',
      attendees: [{ id: '1', name: 'Accueil', email: 'accueil@commune.example' }, { id: '2', email: 'absent@commune.example', present: false }],
    });
    commons.workspace?.put(meeting);
    await createIssuer(element);
    await press(element, 'C’est rangé');
    await press(element, 'À qui');
    await sees(element, 'Atelier RETEX · 20 novembre 2026');
    await accessible(element);
    await press(element, 'Ajouter la personne présente');
    await sees(element, 'Présents ajoutés');
    expect(within(element, '#asb-people').value).to.equal('accueil@commune.example;Accueil');
    const other = { ...meeting, id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-00000000000a' as const, attendees: [{ id: '1', name: '', email: 'mediation@commune.example', organisation: '', present: true }] };
    element.addRecipients(other);
    await press(element, 'Relire et signer');
    await press(element, 'Signer 2 badges');
    await sees(element, '2 badges signés et vérifiés.');
    expect(element.awards.map(({ derivedFrom }) => derivedFrom)).to.deep.equal([[meeting.id, other.id], [meeting.id, other.id]]);
  }).timeout(60_000);
});
