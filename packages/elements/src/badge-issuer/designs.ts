/** From a template to a design, and from a design to what is signed. */
import type { BadgeTemplate } from '@assembleurs/commons/content/badges';
import type { Achievement, Evidence } from '@assembleurs/open-badges/issue';
import { uuid } from '../internal/uuid.ts';
import type { Design } from './model.ts';
import { tools } from './tools.ts';

type Language = Design['language'];

const ACHIEVEMENT_TYPES = { participation: 'Badge', engagement: 'Membership', competence: 'Competency' } as const;

export const emptyDesign = (language: Language): Design => ({
  id: `urn:uuid:${uuid()}`, template: '', language, name: '', description: '', criteria: '', recognises: 'participation', months: '', tags: '', digcomp: [], alignments: [], evidenceName: '', evidenceUrl: '',
  picture: { kind: 'drawn', shape: 'hexagon', pictogram: 'star', colour: tools().COLOURS.blue, ground: tools().COLOURS.sky, text: '' },
});

export const designFrom = (template: BadgeTemplate, language: Language): Design => ({
  ...emptyDesign(language),
  template: template.code, name: template.name[language], description: template.description[language], criteria: template.criteria[language], recognises: template.recognises,
  months: template.months === undefined ? '' : String(template.months), tags: template.tags[language].join(', '), digcomp: template.digcomp,
  picture: { kind: 'drawn', ...template.picture, text: template.picture.text[language] },
});

const base64 = (text: string): string => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** The picture as SVG text; undefined for one that is no SVG. */
export function svgOf({ picture, name }: Design): string | undefined {
  if (picture.kind === 'drawn') return tools().drawBadge(picture, name);
  const encoded = /^data:image\/svg\+xml;base64,(.*)$/.exec(picture.address)?.[1];
  return encoded === undefined ? undefined : new TextDecoder().decode(Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0)));
}

/** The picture's bytes when it is a PNG. */
export function pngOf({ picture }: Design): Uint8Array<ArrayBuffer> | undefined {
  const encoded = picture.kind === 'image' ? /^data:image\/png;base64,(.*)$/.exec(picture.address)?.[1] : undefined;
  return encoded === undefined ? undefined : Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0));
}

export const pictureAddress = (design: Design): string => (design.picture.kind === 'image' ? design.picture.address : `data:image/svg+xml;base64,${base64(tools().drawBadge(design.picture, design.name))}`);

/** Those that stand in the badge between DigComp's and the free ones. */
export const escoOf = ({ esco, digcomp }: Design): NonNullable<ReturnType<ReturnType<typeof tools>['escoSkill']>>[] => (esco ? digcomp.flatMap((code) => tools().escoSkill(code) ?? []) : []);

export function achievementOf(design: Design): Achievement {
  const { id, name, description, criteria, recognises, language } = design;
  const framework = tools().DIGCOMP.name;
  const digcomp = design.digcomp.flatMap((code) => {
    const found = tools().findCompetence(code);
    return found ? [{ name: found.name[language], url: tools().DIGCOMP.url, code, framework }] : [];
  });
  const esco = escoOf(design).map(({ name: names, url }) => ({ name: names[language], url, framework: tools().ESCO.name }));
  const free = design.alignments.filter(({ name: each, url }) => each.trim() !== '' || url.trim() !== '').map((each) => ({ ...each, url: each.url.trim() }));
  return {
    id, name, description, criteria, type: ACHIEVEMENT_TYPES[recognises], language, image: pictureAddress(design), imageCaption: name,
    tags: design.tags.split(/[,;\n]/).map((tag) => tag.trim()).filter((tag) => tag !== ''), alignments: [...digcomp, ...esco, ...free],
    endorsements: (design.endorsements ?? []).map((each) => JSON.parse(each) as NonNullable<Achievement['endorsements']>[number]),
  };
}

/** The evidence that every badge of the batch has. */
export function commonEvidence({ evidenceName, evidenceUrl }: Design): Evidence[] {
  const [name, url] = [evidenceName.trim(), evidenceUrl.trim()];
  return name === '' && url === '' ? [] : [{ ...(name === '' ? {} : { name }), ...(url === '' ? {} : { url }) }];
}

/** The same day some months later, or that month's last day. */
export function endOf(from: Date, months: string): Date | undefined {
  const count = /^\d{1,3}$/.test(months.trim()) ? Number(months) : 0;
  if (count === 0) return undefined;
  const end = new Date(from);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + count);
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(from.getUTCDate(), last));
  return end;
}

/** What of a design is not in the badge itself, or is what is being compared for. */
const APART: readonly string[] = ['id', 'template', 'evidenceName', 'evidenceUrl', 'endorsements'] satisfies readonly (keyof Design)[];

/** Whether two designs say the same of a badge: then they share its id. */
export function sameBadge(one: Design, other: Design): boolean {
  const said = (design: Design): string => JSON.stringify(Object.entries(design).filter(([name, value]) => !APART.includes(name) && value !== undefined && value !== false).toSorted());
  return said(one) === said(other);
}
