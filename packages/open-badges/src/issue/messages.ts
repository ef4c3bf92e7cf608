/** Sentences of the issuing side. `{…}` are parameters. */
const said = (fr: string, en: string): { readonly fr: string; readonly en: string } => ({ fr, en });

export const TEXTS = {
  'text.missing': said('Ce texte est obligatoire : remplissez-le.', 'This text is required: fill it in.'),
  'text.broken': said('Ce texte contient un caractère coupé en deux : effacez-le et tapez-le de nouveau.', 'This text holds half a character: delete it and type it again.'),
  'text.bidi': said('Ce texte contient des caractères invisibles qui changent le sens de lecture : retapez-le.', 'This text holds invisible characters that turn its direction: type it again.'),
  'text.long': said('Ce texte est trop long : {max} caractères au plus.', 'This text is too long: {max} characters at most.'),
  'uri.wrong': said('Un identifiant est attendu ici : « urn:uuid:… », « did:… » ou une adresse https.', 'An identifier is expected here: “urn:uuid:…”, “did:…” or an https address.'),
  'url.wrong': said('Une adresse web est attendue ici, qui commence par « https:// ».', 'A web address is expected here that begins with “https://”.'),
  'image.wrong': said('L’image doit être un PNG ou un SVG, ou une adresse « https:// ».', 'The picture must be a PNG or an SVG, or an “https://” address.'),
  'image.large': said('L’image pèse plus de {max} ko : réduisez-la, elle est répétée dans chaque badge.', 'The picture is over {max} kB: make it smaller, it is repeated in each badge.'),
  'email.wrong': said('Cette adresse électronique n’est pas complète : vérifiez-la.', 'This e-mail address is not complete: check it.'),
  'salt.short': said('Le sel doit tenir au moins 32 caractères hexadécimaux, tirés au hasard pour ce badge.', 'The salt must hold at least 32 hexadecimal characters, drawn at random for this badge.'),
  'date.wrong': said('Une date avec son fuseau est attendue ici, comme « 2026-11-23T12:00:00Z ».', 'A date with its zone is expected here, such as “2026-11-23T12:00:00Z”.'),
  'date.order': said('La fin de validité vient avant le début : corrigez l’une des deux dates.', 'The end of validity comes before its start: correct one of the two dates.'),
  'issuer.kind': said('L’émetteur doit être un did:key ou un did:web dont vous tenez la clé.', 'The issuer must be a did:key or a did:web whose key you hold.'),
  'issuer.key': said('La clé qui signe n’est pas celle de cet émetteur.', 'The key that signs is not this issuer’s.'),
  'status.index': said('La place dans la liste de révocation doit être un nombre entre 0 et {max}.', 'The place in the revocation list must be a number between 0 and {max}.'),
  'status.small': said('Une liste de révocation compte au moins {min} places, pour que chaque badge s’y perde parmi les autres.', 'A revocation list has at least {min} places, so that each badge is lost among the others.'),
  'list.unreadable': said('Cette liste de révocation ne peut pas être lue : reprenez le dernier fichier que vous avez publié.', 'This revocation list cannot be read: take the last file that you published.'),
  'host.wrong': said('Un nom de site est attendu ici, comme « badges.commune.example ».', 'A site’s name is expected here, such as “badges.commune.example”.'),
  'credential.terms': said('Le badge contient un mot que le vocabulaire Open Badges ne connaît pas.', 'The badge holds a word that the Open Badges vocabulary does not know.'),
  'credential.unverified': said('Le badge signé n’a pas passé la vérification ({detail}) : il n’est pas remis. Signalez-le : c’est un défaut du programme.', 'The signed badge did not pass verification ({detail}): it is not handed over. Please report it: it is a defect of the program.'),
  'picture.png': said('Ce fichier n’est pas une image PNG entière : enregistrez-la de nouveau.', 'This file is not a whole PNG picture: save it again.'),
  'picture.svg': said('Cette image SVG ne peut pas être lue, ou déclare un DOCTYPE : enregistrez-la en « SVG simple ».', 'This SVG picture cannot be read, or declares a DOCTYPE: save it as “plain SVG”.'),
  'backup.syntax': said('Ce fichier n’est pas une sauvegarde de clé d’émetteur : choisissez celui qui a été enregistré à la création de l’émetteur.', 'This file is not a backup of an issuer’s key: choose the one that was saved when the issuer was created.'),
  'backup.version': said('Cette sauvegarde a été faite par une version plus récente de l’outil : mettez l’outil à jour. Le fichier reste intact.', 'This backup was made by a later version of the tool: update the tool. The file stays as it is.'),
  'backup.damaged': said('Cette sauvegarde est abîmée : une partie a changé depuis son enregistrement. Reprenez une autre copie.', 'This backup is damaged: a part has changed since it was saved. Take another copy.'),
  'backup.passphrase': said('Ce n’est pas la phrase secrète de cette sauvegarde. Vérifiez les majuscules, les espaces et la langue du clavier.', 'This is not the passphrase of this backup. Check capitals, spaces and the language of the keyboard.'),
  'backup.differs': said('Les deux phrases secrètes ne sont pas les mêmes : tapez-les de nouveau.', 'The two passphrases are not the same: type them again.'),
  'backup.weak': said('La phrase secrète est trop courte : {min} caractères au moins, par exemple quatre mots sans rapport.', 'The passphrase is too short: at least {min} characters, for example four unrelated words.'),
} as const;

export type ProblemCode = keyof typeof TEXTS;
