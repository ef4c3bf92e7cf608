/** Every finding: which check it belongs to, what it does to that check, the section behind it, and how it is said. `{…}` are parameters. */
import type { CheckName } from '../verdict.ts';

interface Finding {
  readonly check: CheckName;
  /** `note` says something without spoiling the check. */
  readonly effect: 'failed' | 'unknown' | 'note';
  readonly section: string;
  readonly fr: string;
  readonly en: string;
}

const VC2 = 'VC Data Model 2.0';
const DI = 'VC Data Integrity 1.0';
const OB3 = 'Open Badges 3.0';
const OB2 = 'Open Badges 2.0';

export const CODES = {
  'json.syntax': { check: 'structure', effect: 'failed', section: 'RFC 8259', fr: 'Le texte n’est pas du JSON valable (caractère {at}). Vérifiez que le fichier est complet.', en: 'The text is not valid JSON (character {at}). Check that the file is complete.' },
  'json.depth': { check: 'structure', effect: 'failed', section: 'RFC 8259 §9', fr: 'Les données sont imbriquées trop profondément pour un badge.', en: 'The data is nested too deeply for a badge.' },
  'json.length': { check: 'structure', effect: 'failed', section: 'RFC 8259 §9', fr: 'Le fichier est trop grand pour un badge.', en: 'The file is too large for a badge.' },
  'json.duplicate': { check: 'structure', effect: 'failed', section: 'RFC 8259 §4', fr: 'Une même propriété est écrite deux fois : le badge pourrait se lire de deux façons.', en: 'The same property is written twice: the badge could be read in two ways.' },
  'json.proto': { check: 'structure', effect: 'failed', section: 'RFC 8259 §4', fr: 'Une propriété porte un nom réservé aux programmes (__proto__).', en: 'A property has a name reserved for programs (__proto__).' },
  'json.surrogate': { check: 'structure', effect: 'failed', section: 'RFC 8259 §8.2', fr: 'Un texte contient un caractère coupé en deux.', en: 'A text holds half a character.' },
  'input.empty': { check: 'structure', effect: 'failed', section: '', fr: 'Le fichier est vide.', en: 'The file is empty.' },
  'input.large': { check: 'structure', effect: 'failed', section: '', fr: 'Le fichier dépasse 20 Mo : ce n’est pas un badge.', en: 'The file is over 20 MB: it is not a badge.' },
  'input.unknown': { check: 'structure', effect: 'failed', section: '', fr: 'Ce fichier ne ressemble pas à un badge : attendu une image PNG ou SVG, du JSON, un jeton (JWT) ou une adresse https.', en: 'This file does not look like a badge: expected a PNG or SVG picture, JSON, a token (JWT) or an https address.' },
  'input.url': { check: 'structure', effect: 'failed', section: '', fr: 'Le badge se trouve à l’adresse {url}, qui n’a pas pu être lue. Ouvrez-la et enregistrez le badge, ou permettez l’accès au réseau.', en: 'The badge is at {url}, which could not be read. Open it and save the badge, or allow network access.' },
  'png.signature': { check: 'structure', effect: 'failed', section: 'PNG §5.2', fr: 'Le fichier n’est pas une image PNG.', en: 'The file is not a PNG picture.' },
  'png.truncated': { check: 'structure', effect: 'failed', section: 'PNG §5.3', fr: 'L’image est coupée avant la fin : téléchargez-la de nouveau.', en: 'The picture ends too early: download it again.' },
  'png.crc': { check: 'structure', effect: 'failed', section: 'PNG §5.3', fr: 'L’image est abîmée (somme de contrôle fausse) : téléchargez-la de nouveau.', en: 'The picture is damaged (wrong checksum): download it again.' },
  'png.compressed': { check: 'structure', effect: 'failed', section: `${OB3} §5.3`, fr: 'Le badge dans l’image est illisible ou trop grand une fois décompressé.', en: 'The badge in the picture is unreadable, or too large once decompressed.' },
  'png.missing': { check: 'structure', effect: 'failed', section: `${OB3} §5.3`, fr: 'Cette image ne contient pas de badge : c’est peut-être une capture d’écran. Demandez le fichier d’origine.', en: 'This picture holds no badge: it may be a screenshot. Ask for the original file.' },
  'png.several': { check: 'structure', effect: 'note', section: `${OB3} §5.3`, fr: 'L’image contient {count} badges ; le premier est lu.', en: 'The picture holds {count} badges; the first is read.' },
  'png.dimensions': { check: 'structure', effect: 'note', section: 'PNG §11.2.2', fr: 'L’image annonce {width} × {height} pixels : elle n’est pas affichée.', en: 'The picture claims {width} × {height} pixels: it is not shown.' },
  'svg.doctype': { check: 'structure', effect: 'failed', section: `${OB3} §5.3`, fr: 'L’image SVG contient une définition de document, refusée par prudence.', en: 'The SVG picture holds a document type definition, refused as unsafe.' },
  'svg.syntax': { check: 'structure', effect: 'failed', section: `${OB3} §5.3`, fr: 'L’image SVG est mal écrite.', en: 'The SVG picture is malformed.' },
  'svg.missing': { check: 'structure', effect: 'failed', section: `${OB3} §5.3`, fr: 'Cette image SVG ne contient pas de badge.', en: 'This SVG picture holds no badge.' },
  'badge.kind': { check: 'structure', effect: 'failed', section: `${OB3} §B`, fr: 'Ce document est du JSON, mais pas un badge attribué.', en: 'This document is JSON, but not an awarded badge.' },
  'badge.class': { check: 'structure', effect: 'failed', section: `${OB2} BadgeClass`, fr: 'C’est la description d’un badge, pas un badge attribué à quelqu’un.', en: 'This describes a badge; it was not awarded to anyone.' },
  'badge.required': { check: 'structure', effect: 'failed', section: `${OB3} §B`, fr: 'Il manque « {name} », obligatoire.', en: 'The required property “{name}” is missing.' },
  'badge.type': { check: 'structure', effect: 'failed', section: `${OB3} §B`, fr: '« {name} » n’a pas la forme attendue.', en: '“{name}” does not have the expected form.' },
  'badge.bidi': { check: 'structure', effect: 'note', section: 'Unicode UAX #9', fr: 'Un texte contient des signes invisibles qui changent le sens de lecture ; ils sont retirés à l’affichage.', en: 'A text holds invisible signs that change the reading direction; they are removed when shown.' },
  'badge.recipient': { check: 'structure', effect: 'note', section: `${OB3} §9.1`, fr: 'Le badge ne dit pas à qui il a été attribué.', en: 'The badge does not say to whom it was awarded.' },
  'context.order': { check: 'structure', effect: 'failed', section: `${OB3} §B.1`, fr: 'Les contextes JSON-LD ne sont pas ceux d’un badge, ou pas dans l’ordre.', en: 'The JSON-LD contexts are not those of a badge, or not in order.' },
  'context.inline': { check: 'structure', effect: 'failed', section: `${VC2} §4.3`, fr: 'Le badge redéfinit lui-même le sens de ses mots (contexte écrit dans le fichier) : refusé.', en: 'The badge redefines the meaning of its own words (inline context): refused.' },
  'context.unknown': { check: 'structure', effect: 'failed', section: `${VC2} §4.3`, fr: 'Le badge emploie un vocabulaire inconnu ({url}) : sa signature ne peut pas être contrôlée sans risque.', en: 'The badge uses an unknown vocabulary ({url}): its signature cannot be checked safely.' },
  'proof.missing': { check: 'integrity', effect: 'unknown', section: `${OB3} §8`, fr: 'Le badge n’est pas signé : n’importe qui a pu l’écrire.', en: 'The badge is not signed: anyone may have written it.' },
  'proof.ok': { check: 'integrity', effect: 'note', section: DI, fr: 'La signature est bonne : rien n’a changé depuis l’émission.', en: 'The signature is good: nothing has changed since it was issued.' },
  'proof.signature': { check: 'integrity', effect: 'failed', section: `${DI} §4.4`, fr: 'La signature ne correspond pas au contenu : le badge a été modifié.', en: 'The signature does not match the content: the badge was altered.' },
  'proof.suite': { check: 'integrity', effect: 'unknown', section: `${DI} §2.1`, fr: 'Cette sorte de signature n’est pas connue ici ({name}).', en: 'This kind of signature is not known here ({name}).' },
  'proof.purpose': { check: 'integrity', effect: 'failed', section: `${DI} §2.1`, fr: 'La signature n’a pas été faite pour attester (proofPurpose).', en: 'The signature was not made to assert (proofPurpose).' },
  'proof.created': { check: 'integrity', effect: 'failed', section: `${DI} §2.1`, fr: 'La date de la signature n’existe pas.', en: 'The date of the signature does not exist.' },
  'proof.expired': { check: 'integrity', effect: 'failed', section: `${DI} §2.1`, fr: 'La signature elle-même a expiré.', en: 'The signature itself has expired.' },
  'proof.value': { check: 'integrity', effect: 'failed', section: `${DI} §2.1`, fr: 'La valeur de la signature est illisible.', en: 'The value of the signature is unreadable.' },
  'proof.method': { check: 'integrity', effect: 'failed', section: `${DI} §2.1`, fr: 'La signature ne dit pas avec quelle clé elle a été faite.', en: 'The signature does not say which key made it.' },
  'proof.key': { check: 'integrity', effect: 'failed', section: `${DI} §3.1`, fr: 'La clé n’est pas de la sorte que cette signature demande.', en: 'The key is not of the kind that this signature needs.' },
  'proof.context': { check: 'integrity', effect: 'failed', section: 'eddsa-jcs-2022 §3.3.2', fr: 'Les contextes de la signature ne sont pas ceux du badge.', en: 'The contexts of the signature are not those of the badge.' },
  'proof.canonicalization': { check: 'integrity', effect: 'failed', section: `${DI} §4.4`, fr: 'Le badge contient un mot qu’aucun vocabulaire ne définit : il ne serait pas couvert par la signature.', en: 'The badge holds a word that no vocabulary defines: the signature would not cover it.' },
  'jwt.ok': { check: 'integrity', effect: 'note', section: `${OB3} §8.2`, fr: 'La signature du jeton est bonne.', en: 'The token’s signature is good.' },
  'jwt.syntax': { check: 'structure', effect: 'failed', section: 'RFC 7515 §3.1', fr: 'Le jeton est mal écrit ou coupé.', en: 'The token is malformed or cut.' },
  'jwt.algorithm': { check: 'integrity', effect: 'failed', section: 'RFC 8725 §3.1', fr: 'L’algorithme du jeton n’est pas accepté.', en: 'The token’s algorithm is not accepted.' },
  'jwt.critical': { check: 'integrity', effect: 'failed', section: 'RFC 7515 §4.1.11', fr: 'Le jeton exige une extension inconnue.', en: 'The token demands an unknown extension.' },
  'jwt.remoteKey': { check: 'integrity', effect: 'failed', section: 'RFC 8725 §3.10', fr: 'Le jeton désigne lui-même où chercher sa clé : refusé.', en: 'The token itself says where to fetch its key: refused.' },
  'jwt.privateKey': { check: 'integrity', effect: 'failed', section: `${OB3} §8.2`, fr: 'Le jeton contient la clé secrète de l’émetteur : cette clé n’est plus sûre.', en: 'The token holds the issuer’s private key: that key is no longer safe.' },
  'jwt.key': { check: 'integrity', effect: 'failed', section: 'RFC 8725 §3.1', fr: 'La clé n’est pas de la sorte que l’algorithme du jeton demande.', en: 'The key is not of the kind that the token’s algorithm needs.' },
  'jwt.signature': { check: 'integrity', effect: 'failed', section: 'RFC 7515 §5.2', fr: 'La signature du jeton ne correspond pas : le badge a été modifié.', en: 'The token’s signature does not match: the badge was altered.' },
  'jwt.claims': { check: 'integrity', effect: 'failed', section: `${OB3} §8.2.3`, fr: 'Le jeton et le badge se contredisent sur « {name} ».', en: 'The token and the badge contradict each other on “{name}”.' },
  'hosted.ok': { check: 'integrity', effect: 'note', section: `${OB2} Verification`, fr: 'Le badge est bien celui que l’émetteur publie.', en: 'The badge is the one that the issuer publishes.' },
  'hosted.unresolved': { check: 'integrity', effect: 'unknown', section: `${OB2} Verification`, fr: 'Ce badge se contrôle à l’adresse {url}, qui n’a pas été lue.', en: 'This badge is checked at {url}, which was not read.' },
  'hosted.differs': { check: 'integrity', effect: 'failed', section: `${OB2} Verification`, fr: 'Le badge n’est pas celui que l’émetteur publie ({name} diffère).', en: 'The badge is not the one that the issuer publishes ({name} differs).' },
  'issuer.bound': { check: 'issuer', effect: 'note', section: `${OB3} §8.3`, fr: 'La clé qui a signé est bien celle de l’émetteur.', en: 'The signing key is the issuer’s own.' },
  'issuer.known': { check: 'issuer', effect: 'note', section: '', fr: 'L’émetteur est sur la liste des émetteurs connus ({name}).', en: 'The issuer is on the list of known issuers ({name}).' },
  'issuer.mismatch': { check: 'issuer', effect: 'failed', section: `${OB3} §8.3`, fr: 'La clé qui a signé n’est pas celle de l’émetteur affiché : quelqu’un se fait peut-être passer pour lui.', en: 'The signing key is not that of the displayed issuer: someone may be posing as them.' },
  'issuer.undeclared': { check: 'issuer', effect: 'failed', section: `${OB3} §8.3`, fr: 'L’émetteur ne déclare pas la clé qui a signé.', en: 'The issuer does not declare the signing key.' },
  'issuer.origin': { check: 'issuer', effect: 'failed', section: `${OB2} VerificationObject`, fr: 'Le badge n’est pas publié à une adresse de l’émetteur.', en: 'The badge is not published at an address of the issuer.' },
  'issuer.controller': { check: 'issuer', effect: 'failed', section: `${DI} §2.3`, fr: 'La clé appartient à quelqu’un d’autre que l’émetteur.', en: 'The key belongs to someone other than the issuer.' },
  'issuer.revokedKey': { check: 'issuer', effect: 'failed', section: `${DI} §2.3.2`, fr: 'L’émetteur a retiré la clé qui a signé.', en: 'The issuer withdrew the signing key.' },
  'issuer.unresolved': { check: 'issuer', effect: 'unknown', section: `${OB3} §8.3`, fr: 'Les informations de l’émetteur n’ont pas été lues : on ne sait pas si cette clé est la sienne.', en: 'The issuer’s information was not read: it is not known whether this key is theirs.' },
  'key.unresolved': { check: 'issuer', effect: 'unknown', section: `${DI} §2.3`, fr: 'La clé de l’émetteur n’a pas été lue ({url}).', en: 'The issuer’s key was not read ({url}).' },
  'key.unreadable': { check: 'issuer', effect: 'failed', section: `${DI} §2.3`, fr: 'La clé de l’émetteur est introuvable ou illisible dans son document.', en: 'The issuer’s key is missing or unreadable in its document.' },
  'key.unsupported': { check: 'issuer', effect: 'unknown', section: `${DI} §2.3`, fr: 'Cette sorte d’identifiant de clé n’est pas connue ici.', en: 'This kind of key identifier is not known here.' },
  'dates.missing': { check: 'dates', effect: 'failed', section: `${VC2} §4.9`, fr: 'Le badge n’a pas de date d’émission.', en: 'The badge has no date of issue.' },
  'dates.invalid': { check: 'dates', effect: 'failed', section: `${VC2} §4.9`, fr: 'La date « {name} » n’existe pas ou n’a pas de fuseau horaire.', en: 'The date “{name}” does not exist or has no time zone.' },
  'dates.expired': { check: 'dates', effect: 'failed', section: `${VC2} §4.9`, fr: 'Le badge a expiré.', en: 'The badge has expired.' },
  'dates.future': { check: 'dates', effect: 'failed', section: `${VC2} §4.9`, fr: 'Le badge n’est pas encore valable.', en: 'The badge is not valid yet.' },
  'dates.order': { check: 'dates', effect: 'failed', section: `${VC2} §4.9`, fr: 'Le badge expire avant d’être valable.', en: 'The badge expires before it becomes valid.' },
  'status.clear': { check: 'status', effect: 'note', section: 'Bitstring Status List §3.2', fr: 'Le badge n’a pas été révoqué.', en: 'The badge was not revoked.' },
  'status.set': { check: 'status', effect: 'failed', section: 'Bitstring Status List §3.2', fr: 'L’émetteur a révoqué ce badge. {reason}', en: 'The issuer revoked this badge. {reason}' },
  'status.unresolved': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §3.2', fr: 'La liste de révocation n’a pas été lue ({url}) : on ne sait pas si le badge tient toujours.', en: 'The revocation list was not read ({url}): it is not known whether the badge still stands.' },
  'status.unsupported': { check: 'status', effect: 'unknown', section: `${VC2} §4.10`, fr: 'Cette sorte de statut n’est pas connue ici ({name}).', en: 'This kind of status is not known here ({name}).' },
  'status.list': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §2.2', fr: 'La liste de révocation est mal écrite.', en: 'The revocation list is malformed.' },
  'status.purpose': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §3.2', fr: 'La liste de révocation n’est pas faite pour ce statut.', en: 'The revocation list is not made for this status.' },
  'status.index': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §3.2', fr: 'Le badge désigne une place hors de la liste de révocation.', en: 'The badge points outside the revocation list.' },
  'status.short': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §6.1', fr: 'La liste de révocation est trop courte pour être acceptée.', en: 'The revocation list is too short to be accepted.' },
  'status.bomb': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §3.2', fr: 'La liste de révocation est illisible ou trop grande une fois décompressée.', en: 'The revocation list is unreadable, or too large once decompressed.' },
  'status.proof': { check: 'status', effect: 'unknown', section: 'Bitstring Status List §3.2', fr: 'La liste de révocation n’est pas signée par l’émetteur du badge.', en: 'The revocation list is not signed by the badge’s issuer.' },
  'recipient.ok': { check: 'recipient', effect: 'note', section: `${OB3} IdentityObject`, fr: 'Le badge a été attribué à cette adresse.', en: 'The badge was awarded to this address.' },
  'recipient.other': { check: 'recipient', effect: 'failed', section: `${OB3} IdentityObject`, fr: 'Le badge n’a pas été attribué à cette adresse.', en: 'The badge was not awarded to this address.' },
  'recipient.unknown': { check: 'recipient', effect: 'unknown', section: `${OB3} IdentityObject`, fr: 'Le badge ne permet pas de comparer une adresse.', en: 'The badge does not allow an address to be compared.' },
  'endorsement.bad': { check: 'structure', effect: 'note', section: `${OB3} §5.5`, fr: 'Un soutien joint au badge n’est pas prouvé : ne pas en tenir compte.', en: 'An endorsement in the badge is not proven: disregard it.' },
} as const satisfies Readonly<Record<string, Finding>>;

export type Code = keyof typeof CODES;
