/** The pictograms that a badge may bear, drawn in a square of 96 with one colour, `currentColor`. */
import { t } from '../text.ts';

export const PICTOGRAMS = {
  territory: { name: t('Territoire', 'Territory'), drawing: '<path d="M48 8c-14 0-25 11-25 25 0 18 25 43 25 43s25-25 25-43C73 19 62 8 48 8Zm0 35a10 10 0 1 1 0-20 10 10 0 0 1 0 20Z"/><path d="M23 66 8 72v14l26-8 28 8 26-8V62l-14 4-8 12-18 14-18-14Z" opacity=".55"/>' },
  referent: { name: t('Référent', 'Contact person'), drawing: '<circle cx="42" cy="28" r="18"/><path d="M8 86c0-20 14-32 34-32 8 0 15 2 21 6l-6 12 6 14Z"/><path d="m75 52 4.700 9.500L90 63l-7.500 7.300 1.800 10.400L75 75.800l-9.300 4.900 1.800-10.400L60 63l10.300-1.500Z"/>' },
  network: { name: t('Réseau', 'Network'), drawing: '<path d="M48 22 20 72h56Z" fill="none" stroke="currentColor" stroke-width="7" stroke-linejoin="round"/><circle cx="48" cy="22" r="14"/><circle cx="20" cy="72" r="14"/><circle cx="76" cy="72" r="14"/>' },
  books: { name: t('Livres', 'Books'), drawing: '<path d="M12 18h16v60H12zM32 18h16v60H32z"/><path d="m53 22 15-4 15 57-15 4Z"/><path d="M8 82h80v7H8z"/>' },
  exchange: { name: t('Échange', 'Exchange'), drawing: '<path d="M8 12h52v36H32L18 60V48H8Z"/><path d="M68 36h20v36H78v12L64 72H38V56h30Z" opacity=".7"/>' },
  leaf: { name: t('Feuille', 'Leaf'), drawing: '<path fill-rule="evenodd" d="M86 10C40 8 14 26 14 54c0 6 1 11 4 16L8 84l7 5 10-13c5 3 10 4 16 4 30 0 46-28 45-70ZM30 68c6-16 18-28 38-40-14 16-24 28-32 44Z"/>' },
  commons: { name: t('Communs', 'Commons'), drawing: '<g fill="none" stroke="currentColor" stroke-width="8"><circle cx="48" cy="34" r="21"/><circle cx="34" cy="60" r="21"/><circle cx="62" cy="60" r="21"/></g>' },
  screen: { name: t('Écran', 'Screen'), drawing: '<path fill-rule="evenodd" d="M16 18h64v46H16Zm8 8v30h48V26Z"/><path d="M4 70h88v8H4z"/>' },
  star: { name: t('Étoile', 'Star'), drawing: '<path d="m48 8 12 26 28 4-20 20 5 29-25-14-25 14 5-29L8 38l28-4Z"/>' },
  check: { name: t('Coche', 'Check mark'), drawing: '<path d="m14 50 24 24 44-50" fill="none" stroke="currentColor" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"/>' },
} as const satisfies Readonly<Record<string, { readonly name: { readonly fr: string; readonly en: string }; readonly drawing: string }>>;

export type Pictogram = keyof typeof PICTOGRAMS;
