/** The same questionnaires in each engine's own format: generated, so that none is written to suit one engine. */

type Kind = 'text' | 'comment' | 'radiogroup' | 'checkbox' | 'dropdown' | 'rating' | 'boolean' | 'matrix';

interface Question {
  readonly name: string;
  readonly kind: Kind;
  readonly title: string;
  /** Shown only while another question has this answer. */
  readonly when?: { readonly name: string; readonly is: string } | undefined;
}

export interface Form {
  readonly pages: readonly (readonly Question[])[];
  /** The radio question whose answer `oui` flips conditions. */
  readonly switch: string;
}

const CHOICES = ['oui', 'non', 'en-partie', 'sait-pas'];
const LABELS = ['Oui', 'Non', 'En partie', 'Ne sait pas'];
const SCALE = ['1', '2', '3', '4', '5'];
const ROWS = ['accueil', 'horaires', 'equipement'];
const ROW_LABELS = ['Accueil', 'Horaires', 'Équipement'];

const TITLES: Readonly<Record<Kind, string>> = {
  text: 'Quel est le nom du lieu ?',
  comment: 'Que faudrait-il améliorer ?',
  radiogroup: 'Proposez-vous un accompagnement ?',
  checkbox: 'Quels publics accueillez-vous ?',
  dropdown: 'Qui porte cette action ?',
  rating: 'Êtes-vous satisfait de ce service ?',
  boolean: 'Ce lieu est-il accessible ?',
  matrix: 'Comment jugez-vous ces points ?',
};

/** Thirty questions of every usual kind; three of them wait for one radio answer. */
export function thirty(): Form {
  const cycle: Kind[] = ['radiogroup', 'text', 'checkbox', 'dropdown', 'rating', 'comment', 'text', 'radiogroup', 'boolean', 'matrix'];
  const questions = Array.from({ length: 30 }, (_, index): Question => {
    const kind = cycle[index % cycle.length] ?? 'text';
    const when = [5, 12, 24].includes(index) ? { name: 'q1', is: 'oui' } : undefined;
    return { name: `q${String(index + 1)}`, kind, title: `${String(index + 1)}. ${TITLES[kind]}`, when };
  });
  return { pages: [questions], switch: 'q1' };
}

/**
 * A thousand questions, twenty pages of fifty, ten conditions a page: five wait for the very first radio, which so
 * flips a hundred over the whole survey, and five for a radio of their own page.
 */
export function thousand(): Form {
  const cycle: Kind[] = ['radiogroup', 'text', 'dropdown', 'checkbox', 'comment'];
  const pages = Array.from({ length: 20 }, (_, page) =>
    Array.from({ length: 50 }, (_, index): Question => {
      const number = page * 50 + index + 1;
      const kind = cycle[index % cycle.length] ?? 'text';
      const local = `q${String(page * 50 + 6)}`;
      const when = index >= 40 ? { name: index < 45 ? 'q1' : local, is: 'oui' } : undefined;
      return { name: `q${String(number)}`, kind, title: `${String(number)}. ${TITLES[kind]}`, when };
    }),
  );
  return { pages, switch: 'q1' };
}

export const inOnePage = ({ pages, ...rest }: Form): Form => ({ ...rest, pages: [pages.flat()] });

/** The fewest controls (`input`, `select`, `textarea`) that each kind needs. */
const CONTROLS: Readonly<Record<Kind, number>> = {
  text: 1,
  comment: 1,
  radiogroup: CHOICES.length,
  checkbox: CHOICES.length,
  dropdown: 1,
  rating: SCALE.length,
  boolean: 1,
  matrix: ROWS.length * CHOICES.length,
};

/** The fewest controls of the first page, before and after the switch is on; `without` names kinds that an engine cannot draw. */
export function fewestControls({ pages, ...form }: Form, without: readonly string[] = []): { before: number; after: number } {
  const sum = (questions: readonly Question[]) =>
    questions.reduce((total, { kind }) => total + (without.includes(kind) ? 0 : CONTROLS[kind]), 0);
  const [first = []] = pages;
  return {
    before: sum(first.filter(({ when }) => !when)),
    after: sum(first.filter(({ when }) => !when || when.name === form.switch)),
  };
}

const values = (list: readonly string[], labels: readonly string[]) => list.map((value, i) => ({ value, text: labels[i] ?? value }));

/** SurveyJS's format, which is ours as well. */
export function toSurveyJson({ pages }: Form): object {
  const choices = values(CHOICES, LABELS);
  const details: Readonly<Record<Kind, object>> = {
    text: {},
    comment: {},
    radiogroup: { choices },
    checkbox: { choices },
    dropdown: { choices },
    rating: { rateMin: 1, rateMax: SCALE.length },
    boolean: {},
    matrix: { columns: choices, rows: values(ROWS, ROW_LABELS) },
  };
  return {
    locale: 'fr',
    pages: pages.map((questions, index) => ({
      name: `page${String(index + 1)}`,
      elements: questions.map(({ name, kind, title, when }) => ({
        type: kind,
        name,
        title,
        ...details[kind],
        ...(when && { visibleIf: `{${when.name}} = '${when.is}'` }),
      })),
    })),
  };
}

/** JSON Forms' pair of a JSON Schema and a UI schema; a page is a category. */
export function toJsonForms({ pages }: Form): { schema: object; uischema: object } {
  const oneOf = CHOICES.map((value, i) => ({ const: value, title: LABELS[i] ?? value }));
  const scale = { type: 'string', enum: SCALE };
  const details: Readonly<Record<Kind, object>> = {
    text: { type: 'string' },
    comment: { type: 'string' },
    radiogroup: { type: 'string', oneOf },
    checkbox: { type: 'array', uniqueItems: true, items: { oneOf } },
    dropdown: { type: 'string', oneOf },
    rating: scale,
    boolean: { type: 'boolean' },
    matrix: { type: 'object', properties: Object.fromEntries(ROWS.map((row) => [row, { type: 'string', oneOf }])) },
  };
  const options: Partial<Record<Kind, object>> = { comment: { multi: true }, radiogroup: { format: 'radio' }, rating: { format: 'radio' } };
  const layouts = pages.map((questions, index) => ({
    type: 'Category',
    label: `Page ${String(index + 1)}`,
    elements: questions.map(({ name, kind, when }) => ({
      type: 'Control',
      scope: `#/properties/${name}`,
      ...(options[kind] && { options: options[kind] }),
      ...(when && {
        rule: { effect: 'SHOW', condition: { scope: `#/properties/${when.name}`, schema: { const: when.is }, failWhenUndefined: true } },
      }),
    })),
  }));
  const [only] = layouts;
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(pages.flat().map(({ name, kind, title }) => [name, { title, ...details[kind] }])),
    },
    uischema:
      layouts.length === 1 && only ? { type: 'VerticalLayout', elements: only.elements } : { type: 'Categorization', elements: layouts },
  };
}
