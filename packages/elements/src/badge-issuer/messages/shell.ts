/** What shows where the desk itself does not. */
export const SHELL = {
  fr: {
    loading: 'Ouverture…',
    insecure: 'Cette page n’est pas sécurisée',
    insecureHelp: 'Pour signer des badges, le navigateur demande une adresse en «\u00a0https://\u00a0». Ouvrez la page ainsi, ou demandez-le au webmestre.',
    failed: 'L’outil n’a pas pu être chargé',
    failedHelp: 'Vérifiez la connexion, puis réessayez. Rien n’est perdu\u00a0: ce qui était commencé reste sur cet appareil.',
    retry: 'Réessayer',
  },
  en: {
    loading: 'Opening…',
    insecure: 'This page is not secure',
    insecureHelp: 'To sign badges, the browser asks for an address in “https://”. Open the page so, or ask the webmaster.',
    failed: 'The tool could not be loaded',
    failedHelp: 'Check the connection, then try again. Nothing is lost: what was begun stays on this device.',
    retry: 'Try again',
  },
} as const;
