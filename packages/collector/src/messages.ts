/** What the command says, in French and English. */
import type { Language } from './http/language.ts';

export const COMMAND = {
  fr: {
    help: `asb-collector\u00a0: reçoit les réponses des questionnaires, les garde et les exporte.

  npx asb-collector [options]

  --port NOMBRE          port d’écoute (PORT\u00a0; 8090 par défaut)
  --host ADRESSE         adresse d’écoute (HOST\u00a0; 127.0.0.1 par défaut, 0.0.0.0 pour toutes)
  --data DOSSIER         dossier des données (ASB_DATA_DIR\u00a0; ./asb-data par défaut)
  --survey ID=FICHIER    publie ce questionnaire au démarrage s’il a changé (répétable)
  --help                 cette aide

  Variables d’environnement\u00a0:
  DATABASE_URL           base PostgreSQL (postgres://…) à la place du dossier
  ASB_ADMIN_TOKEN        jeton de coordination, 24 caractères au moins\u00a0; sinon un jeton est créé au premier démarrage
  ASB_ORIGINS            adresses des pages du hub, séparées par des virgules (https://hub.example)
  ASB_RATE_WRITES        envois par minute et par client (120\u00a0; 0 pour ne pas limiter)
  ASB_RATE_ALL           demandes par minute et par client (1200\u00a0; 0 pour ne pas limiter)
  ASB_PROXIES            nombre de serveurs mandataires de confiance devant le collecteur (0)
  ASB_BASE               chemin sous lequel il est servi (/collecteur par exemple)
  ASB_PUBLIC_URL         adresse publique du collecteur (https://collecteur.hub.example), pour héberger des badges
  ASB_SMTP_URL           serveur d’envoi des courriels (smtps://compte:secret@smtp.hub.example)
  ASB_MAIL_FROM          expéditeur des courriels (badges@hub.example)
  ASB_LOG_LEVEL          debug, info, warn, error (info)
`,
    firstToken: `Jeton de coordination, affiché cette seule fois. Gardez-le en lieu sûr\u00a0:

  {token}
`,
    listening: 'Le collecteur écoute : {url}',
    stopping: 'Arrêt : fin des envois en cours…',
    badOption: 'Option incorrecte : {reason}. Essayez --help.',
    badNumber: '« {name} » attend un nombre entier, pas « {value} ».',
    badAddress: '« {name} » attend une adresse, pas « {value} ».',
    badSurvey: '--survey attend ID=FICHIER, pas « {value} ».',
    unreadable: 'Le fichier « {file} » n’est pas un questionnaire lisible : {reason}',
    shortToken: 'ASB_ADMIN_TOKEN est trop court : 24 caractères au moins.',
    folderInUse: 'Le dossier « {folder} » est déjà utilisé par un autre collecteur ({holder}). Arrêtez-le, ou choisissez un autre dossier.',
    portInUse: 'Le port {port} est déjà pris. Choisissez-en un autre avec --port.',
    failed: 'Le collecteur ne démarre pas : {reason}',
  },
  en: {
    help: `asb-collector: receives the answers of surveys, keeps them, exports them.

  npx asb-collector [options]

  --port NUMBER          port to listen on (PORT; 8090 by default)
  --host ADDRESS         address to listen on (HOST; 127.0.0.1 by default, 0.0.0.0 for all)
  --data FOLDER          data folder (ASB_DATA_DIR; ./asb-data by default)
  --survey ID=FILE       publishes this survey at start if it changed (repeatable)
  --help                 this help

  Environment variables:
  DATABASE_URL           PostgreSQL database (postgres://…) instead of the folder
  ASB_ADMIN_TOKEN        coordinator's token, at least 24 characters; else one is made at the first start
  ASB_ORIGINS            addresses of the hub's pages, separated by commas (https://hub.example)
  ASB_RATE_WRITES        writes a minute for one client (120; 0 for no limit)
  ASB_RATE_ALL           requests a minute for one client (1200; 0 for no limit)
  ASB_PROXIES            number of trusted proxies in front of the collector (0)
  ASB_BASE               path under which it is served (/collector for instance)
  ASB_PUBLIC_URL         public address of the collector (https://collector.hub.example), to host badges
  ASB_SMTP_URL           server that sends e-mails (smtps://account:secret@smtp.hub.example)
  ASB_MAIL_FROM          sender of e-mails (badges@hub.example)
  ASB_LOG_LEVEL          debug, info, warn, error (info)
`,
    firstToken: `Coordinator's token, shown this once. Keep it safe:

  {token}
`,
    listening: 'The collector listens: {url}',
    stopping: 'Stopping: finishing what was begun…',
    badOption: 'Wrong option: {reason}. Try --help.',
    badNumber: '“{name}” wants a whole number, not “{value}”.',
    badAddress: '“{name}” wants an address, not “{value}”.',
    badSurvey: '--survey wants ID=FILE, not “{value}”.',
    unreadable: 'The file “{file}” is not a readable survey: {reason}',
    shortToken: 'ASB_ADMIN_TOKEN is too short: at least 24 characters.',
    folderInUse: 'The folder “{folder}” is already used by another collector ({holder}). Stop it, or choose another folder.',
    portInUse: 'Port {port} is taken. Choose another one with --port.',
    failed: 'The collector does not start: {reason}',
  },
} satisfies Record<Language, Record<string, string>>;
export type CommandText = keyof (typeof COMMAND)['fr'];
