/** What the collector says over HTTP, in French and English. `{name}` is replaced by a parameter. */
import type { Language } from './language.ts';

/** Every problem that a request can meet (RFC 9457): its status; its name ends the `type` URI. */
export const PROBLEM_STATUS = {
  'bad-json': 400,
  'bad-body': 400,
  'bad-parameter': 400,
  'bad-idempotency-key': 400,
  'unauthorized': 401,
  'draft-token-missing': 401,
  'forbidden': 403,
  'origin-not-allowed': 403,
  'not-open': 403,
  'not-found': 404,
  'survey-not-found': 404,
  'answer-not-found': 404,
  'draft-not-found': 404,
  'token-not-found': 404,
  'workspace-not-found': 404,
  'invitation-not-found': 404,
  'issuer-not-found': 404,
  'badge-document-not-found': 404,
  'claim-not-found': 404,
  'badge-document-older': 409,
  'badge-document-reinstates': 409,
  'version-taken': 409,
  'draft-changed': 409,
  'own-token': 409,
  'workspace-taken': 409,
  'closed': 410,
  'too-large': 413,
  'not-json': 415,
  'invalid-answers': 422,
  'unknown-version': 422,
  'key-reused': 422,
  'invalid-definition': 422,
  'invalid-badge-document': 422,
  'too-many': 429,
  'failure': 500,
  'unavailable': 503,
  'hosting-off': 503,
  'mail-off': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

interface ProblemText {
  readonly title: string;
  readonly detail: string;
}

export const PROBLEMS = {
  fr: {
    'bad-json': { title: 'Contenu illisible', detail: 'Le contenu envoyé n’est pas du JSON lisible : {reason}.' },
    'bad-body': { title: 'Contenu inattendu', detail: 'Le contenu envoyé n’a pas la forme attendue. Voyez la liste des erreurs.' },
    'bad-parameter': { title: 'Adresse incorrecte', detail: 'Un paramètre de l’adresse est incorrect. Voyez la liste des erreurs.' },
    'bad-idempotency-key': {
      title: 'Clé d’envoi manquante ou incorrecte',
      detail: 'Ajoutez un en-tête « Idempotency-Key » : un UUID, le même à chaque nouvel essai du même envoi.',
    },
    'unauthorized': { title: 'Accès réservé', detail: 'Donnez un jeton d’accès valable : « Authorization: Bearer … ».' },
    'draft-token-missing': {
      title: 'Lien de reprise manquant',
      detail: 'Donnez le jeton du lien de reprise : « Authorization: Bearer … ».',
    },
    'forbidden': { title: 'Droits insuffisants', detail: 'Ce jeton permet de lire, pas de modifier. Demandez un jeton de coordination.' },
    'origin-not-allowed': {
      title: 'Page non autorisée',
      detail: 'Ce questionnaire n’accepte pas les réponses envoyées depuis cette page. Demandez au hub d’ajouter l’adresse du site.',
    },
    'not-open': { title: 'Questionnaire pas encore ouvert', detail: 'Ce questionnaire ouvre le {date}.' },
    'not-found': { title: 'Adresse inconnue', detail: 'Il n’y a rien à cette adresse.' },
    'survey-not-found': { title: 'Questionnaire inconnu', detail: 'Il n’y a pas de questionnaire à cette adresse. Vérifiez son identifiant.' },
    'answer-not-found': { title: 'Réponse inconnue', detail: 'Cette réponse n’existe pas, ou elle a déjà été effacée.' },
    'draft-not-found': { title: 'Brouillon introuvable', detail: 'Ce lien de reprise a expiré, ou le brouillon a été effacé.' },
    'draft-changed': { title: 'Brouillon modifié ailleurs', detail: 'Un autre appareil a modifié ce brouillon depuis. Rien n’a été écrasé : relisez-le, puis choisissez.' },
    'token-not-found': { title: 'Jeton inconnu', detail: 'Ce jeton n’existe pas, ou il a déjà été retiré.' },
    'workspace-not-found': { title: 'Espace inconnu', detail: 'Il n’y a pas d’espace de travail à cette adresse. Vérifiez son identifiant.' },
    'invitation-not-found': { title: 'Invitation inconnue', detail: 'Cette invitation n’existe pas, ou elle a déjà été retirée.' },
    'workspace-taken': { title: 'Identifiant déjà pris', detail: 'Un espace de travail porte déjà cet identifiant. Choisissez-en un autre.' },
    'version-taken': {
      title: 'Version déjà publiée',
      detail: 'La version « {version} » existe déjà avec un autre contenu. Donnez un autre nom à la propriété « version ».',
    },
    'own-token': { title: 'Jeton en cours d’usage', detail: 'Un jeton ne peut pas se retirer lui-même. Utilisez un autre jeton de coordination.' },
    'closed': { title: 'Questionnaire clos', detail: 'Ce questionnaire est clos depuis le {date}. Il n’accepte plus de réponses.' },
    'too-large': { title: 'Envoi trop volumineux', detail: 'L’envoi dépasse la limite de {limit}.' },
    'not-json': { title: 'Type de contenu refusé', detail: 'Envoyez du JSON non compressé : « Content-Type: application/json ».' },
    'invalid-answers': {
      title: 'Réponses à corriger',
      detail: '{count, plural, one {# réponse est à corriger} other {# réponses sont à corriger}}. Voyez la liste des erreurs.',
    },
    'unknown-version': {
      title: 'Version inconnue',
      detail: 'La version « {version} » de ce questionnaire n’est pas connue ici. Rechargez la page du questionnaire.',
    },
    'key-reused': {
      title: 'Clé d’envoi déjà utilisée',
      detail: 'Cette clé d’envoi a déjà servi pour d’autres réponses. Utilisez une nouvelle clé pour un nouvel envoi.',
    },
    'invalid-definition': { title: 'Questionnaire à corriger', detail: 'La définition du questionnaire n’est pas lisible. Voyez la liste des erreurs.' },
    'too-many': {
      title: 'Trop de demandes',
      detail: 'Trop de demandes en peu de temps. Réessayez dans {count, plural, one {# seconde} other {# secondes}}.',
    },
    'issuer-not-found': { title: 'Émetteur inconnu', detail: 'Aucun émetteur de badges ne porte cet identifiant. Publiez-le d’abord.' },
    'badge-document-not-found': { title: 'Document inconnu', detail: 'Cet émetteur n’a pas publié ce document.' },
    'claim-not-found': { title: 'Lien de retrait inconnu', detail: 'Ce lien n’existe pas, il a expiré, ou il a déjà été effacé.' },
    'badge-document-older': { title: 'Liste plus ancienne', detail: 'La liste publiée est plus récente que celle-ci (signée le {date}). Rien n’a été remplacé : ouvrez le registre à jour, puis publiez.' },
    'badge-document-reinstates': {
      title: 'Badges rétablis',
      detail: 'La liste publiée révoque {count, plural, one {# badge que celle-ci ne révoque pas} other {# badges que celle-ci ne révoque pas}}. Rien n’a été remplacé. Si une autre machine a révoqué, ouvrez le registre à jour, puis publiez ; si vous rétablissez exprès, dites-le en publiant.',
    },
    'invalid-badge-document': { title: 'Document refusé', detail: 'Ce document ne peut pas être publié pour cet émetteur. Voyez la liste des erreurs.' },
    'hosting-off': { title: 'Hébergement des badges fermé', detail: 'Ce collecteur ne connaît pas son adresse publique : donnez-la par ASB_PUBLIC_URL, puis redémarrez-le.' },
    'mail-off': { title: 'Courriels non configurés', detail: 'Ce collecteur ne peut pas envoyer de courriels : donnez ASB_SMTP_URL et ASB_MAIL_FROM, puis redémarrez-le.' },
    'failure': { title: 'Panne du service', detail: 'Le service a rencontré une panne. Rien n’a été enregistré. Réessayez plus tard.' },
    'unavailable': { title: 'Service indisponible', detail: 'La base de données ne répond pas. Réessayez plus tard.' },
  },
  en: {
    'bad-json': { title: 'Unreadable content', detail: 'The content sent is not readable JSON: {reason}.' },
    'bad-body': { title: 'Unexpected content', detail: 'The content sent does not have the expected shape. See the list of errors.' },
    'bad-parameter': { title: 'Wrong address', detail: 'A parameter of the address is wrong. See the list of errors.' },
    'bad-idempotency-key': {
      title: 'Missing or wrong idempotency key',
      detail: 'Add an “Idempotency-Key” header: a UUID, the same for each retry of the same sending.',
    },
    'unauthorized': { title: 'Restricted access', detail: 'Give a valid access token: “Authorization: Bearer …”.' },
    'draft-token-missing': { title: 'Missing resume link', detail: 'Give the token of the resume link: “Authorization: Bearer …”.' },
    'forbidden': { title: 'Not enough rights', detail: 'This token may read, not change. Ask for a coordinator’s token.' },
    'origin-not-allowed': {
      title: 'Page not allowed',
      detail: 'This survey does not accept answers sent from this page. Ask the hub to add the website’s address.',
    },
    'not-open': { title: 'Survey not open yet', detail: 'This survey opens on {date}.' },
    'not-found': { title: 'Unknown address', detail: 'There is nothing at this address.' },
    'survey-not-found': { title: 'Unknown survey', detail: 'There is no survey at this address. Check its identifier.' },
    'answer-not-found': { title: 'Unknown answer', detail: 'This answer does not exist, or was already erased.' },
    'draft-not-found': { title: 'Draft not found', detail: 'This resume link has expired, or the draft was erased.' },
    'draft-changed': { title: 'Draft changed elsewhere', detail: 'Another device has changed this draft since. Nothing was overwritten: read it again, then choose.' },
    'token-not-found': { title: 'Unknown token', detail: 'This token does not exist, or was already withdrawn.' },
    'workspace-not-found': { title: 'Unknown workspace', detail: 'There is no workspace at this address. Check its identifier.' },
    'invitation-not-found': { title: 'Unknown invitation', detail: 'This invitation does not exist, or was already withdrawn.' },
    'workspace-taken': { title: 'Identifier already taken', detail: 'A workspace already has this identifier. Choose another one.' },
    'version-taken': {
      title: 'Version already published',
      detail: 'The version “{version}” already exists with another content. Give the “version” property another name.',
    },
    'own-token': { title: 'Token in use', detail: 'A token cannot withdraw itself. Use another coordinator’s token.' },
    'closed': { title: 'Survey closed', detail: 'This survey closed on {date}. It accepts no more answers.' },
    'too-large': { title: 'Too large', detail: 'The request is larger than the limit of {limit}.' },
    'not-json': { title: 'Content type refused', detail: 'Send uncompressed JSON: “Content-Type: application/json”.' },
    'invalid-answers': {
      title: 'Answers to correct',
      detail: '{count, plural, one {# answer needs} other {# answers need}} correcting. See the list of errors.',
    },
    'unknown-version': {
      title: 'Unknown version',
      detail: 'The version “{version}” of this survey is not known here. Reload the survey’s page.',
    },
    'key-reused': {
      title: 'Idempotency key already used',
      detail: 'This key already served for other answers. Use a new key for a new sending.',
    },
    'invalid-definition': { title: 'Survey to correct', detail: 'The survey’s definition cannot be read. See the list of errors.' },
    'too-many': {
      title: 'Too many requests',
      detail: 'Too many requests in a short time. Try again in {count, plural, one {# second} other {# seconds}}.',
    },
    'issuer-not-found': { title: 'Unknown issuer', detail: 'No badge issuer has this identifier. Publish it first.' },
    'badge-document-not-found': { title: 'Unknown document', detail: 'This issuer has not published this document.' },
    'claim-not-found': { title: 'Unknown claim link', detail: 'This link does not exist, has expired, or was already erased.' },
    'badge-document-older': { title: 'Older list', detail: 'The published list is newer than this one (signed on {date}). Nothing was replaced: open the register that is up to date, then publish.' },
    'badge-document-reinstates': {
      title: 'Reinstated badges',
      detail: 'The published list revokes {count, plural, one {# badge that this one does not} other {# badges that this one does not}}. Nothing was replaced. If another machine revoked, open the register that is up to date, then publish; if you reinstate on purpose, say so as you publish.',
    },
    'invalid-badge-document': { title: 'Document refused', detail: 'This document cannot be published for this issuer. See the list of errors.' },
    'hosting-off': { title: 'Badge hosting is closed', detail: 'This collector does not know its public address: give it by ASB_PUBLIC_URL, then restart it.' },
    'mail-off': { title: 'E-mails are not set up', detail: 'This collector cannot send e-mails: give ASB_SMTP_URL and ASB_MAIL_FROM, then restart it.' },
    'failure': { title: 'Service failure', detail: 'The service failed. Nothing was saved. Try again later.' },
    'unavailable': { title: 'Service unavailable', detail: 'The database does not answer. Try again later.' },
  },
} satisfies Record<Language, Record<ProblemCode, ProblemText>>;

/** What is said of one place in what was sent, or why a body could not be read. */
export const REASONS = {
  fr: {
    'utf8': 'les octets ne sont pas de l’UTF-8',
    'syntax': 'la syntaxe est incorrecte',
    'deep': 'les données sont trop imbriquées (plus de {limit} niveaux)',
    'many': 'les données ont trop d’éléments (plus de {limit})',
    'number': 'un nombre est trop grand',
    'forbidden-key': 'le nom « {name} » n’est pas permis',
    'nul': 'Ce texte contient un caractère nul (U+0000), qui ne peut pas être conservé. Effacez-le.',
    'wrong-shape': 'Cette réponse n’a pas la forme attendue pour cette question.',
    'badge-id': 'Ce document devrait porter l’adresse ou l’identifiant « {expected} ».',
    'badge-issuer': 'Ce document n’est pas de cet émetteur ({expected}).',
    'badge-type': 'Ce document n’est pas du type attendu : {expected}.',
    'badge-key-lost': 'La clé {key} n’y est plus : les badges qu’elle a signés ne seraient plus valables. Laissez-la dans le document.',
    'badge-key-restored': 'La clé {key} a été retirée par son émetteur : ici elle ne l’est plus, ou l’est plus tard, et ce qu’un voleur a signé redeviendrait valable. Laissez-lui la date publiée.',
    'badge-ahead': 'Ce document est daté du {date}, qui est à venir. Mettez à l’heure l’horloge de la machine qui signe, puis signez-le de nouveau.',
    'badge-unverified': 'Ce document ne se vérifie pas : {reason}',
    'badge-email': 'Cette adresse n’est pas une adresse électronique.',
    'bytes': '{amount} octets',
    'kB': '{amount} ko',
    'MB': '{amount} Mo',
  },
  en: {
    'utf8': 'its bytes are not UTF-8',
    'syntax': 'its syntax is wrong',
    'deep': 'its data are too deeply nested (more than {limit} levels)',
    'many': 'its data have too many items (more than {limit})',
    'number': 'a number is too large',
    'forbidden-key': 'the name “{name}” is not allowed',
    'nul': 'This text contains a null character (U+0000), which cannot be kept. Delete it.',
    'wrong-shape': 'This answer does not have the shape that this question expects.',
    'badge-id': 'This document should bear the address or identifier “{expected}”.',
    'badge-issuer': 'This document is not by this issuer ({expected}).',
    'badge-type': 'This document is not of the expected type: {expected}.',
    'badge-key-lost': 'The key {key} is gone: the badges that it signed would no longer be valid. Leave it in the document.',
    'badge-key-restored': 'The key {key} was withdrawn by its issuer: here it no longer is, or is later, and what a thief signed would be valid again. Leave it the date that is published.',
    'badge-ahead': 'This document is dated {date}, which is yet to come. Set the clock of the machine that signs, then sign it again.',
    'badge-unverified': 'This document does not verify: {reason}',
    'badge-email': 'This is not an e-mail address.',
    'bytes': '{amount} bytes',
    'kB': '{amount} kB',
    'MB': '{amount} MB',
  },
} satisfies Record<Language, Record<string, string>>;
export type ReasonCode = keyof (typeof REASONS)['fr'];

/** A parameter of a message. Dates and numbers are written as the language does. */
export type MessageValue = string | number | Date;
export type MessageValues = Readonly<Record<string, MessageValue>>;

const ONE_OTHER = /\{(\w+), plural, one \{([^}]*)\} other \{([^}]*)\}\}/g;

/** Fills `{name}` and `{name, plural, one {# …} other {# …}}`. Dates are given in Paris time: the hub's. */
export function fill(template: string, language: Language, values: MessageValues): string {
  const numbers = new Intl.NumberFormat(language);
  const write = (value: MessageValue | undefined): string => {
    if (value instanceof Date) {
      return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(value);
    }
    return typeof value === 'number' ? numbers.format(value) : (value ?? '');
  };
  return template
    .replace(ONE_OTHER, (_, name: string, one: string, other: string) => {
      const value = Number(values[name]);
      const form = new Intl.PluralRules(language).select(value) === 'one' ? one : other;
      return form.replace('#', numbers.format(value));
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => write(values[name]));
}
