/** The network as GEXF 1.3, which Gephi and its like open. */
import { actorKindLabel, frequencyLabel, linkKindLabel, linkStatusLabel } from '../kinds.ts';
import { inLanguage } from '../language.ts';
import type { Actor, ActorData, Link } from '../model.ts';
import type { ReadOptions } from '../read.ts';
import { whereabouts } from '../whereabouts.ts';
import type { Territory } from '../../territory/territory.ts';

const TITLES = {
  fr: {
    kind: 'Type', commune: 'Commune (code INSEE)', communeName: 'Commune', latitude: 'Latitude', longitude: 'Longitude', status: 'Statut', since: 'Depuis', frequency: 'Fréquence', note: 'Note',
  },
  en: {
    kind: 'Type', commune: 'Municipality (INSEE code)', communeName: 'Municipality', latitude: 'Latitude', longitude: 'Longitude', status: 'Status', since: 'Since', frequency: 'Frequency', note: 'Note',
  },
} as const;
type Title = keyof (typeof TITLES)['fr'];

const NODE_ATTRIBUTES = [
  ['kind', 'string'], ['commune', 'string'], ['communeName', 'string'], ['latitude', 'double'], ['longitude', 'double'],
] as const satisfies readonly (readonly [Title, string])[];
const EDGE_ATTRIBUTES = [['status', 'string'], ['since', 'string'], ['frequency', 'string'], ['note', 'string']] as const satisfies readonly (readonly [Title, string])[];

type Attributes = Partial<Record<Title, string | number | undefined>>;

/** Several links between the same two actors are several edges, told apart by `kind`. Links to somebody who is not there are left out. */
export function writeGexf(data: ActorData, territory: Territory, { locale = 'fr' }: ReadOptions = {}): string {
  const where = whereabouts(data, territory);
  const ids = new Set(data.actors.map(({ id }) => id));
  const node = (actor: Actor): string => {
    const [point] = where.get(actor.id)?.points ?? [];
    const values = { kind: actorKindLabel(actor.kind, locale), commune: actor.commune, communeName: territory.byCode(actor.commune ?? '')?.name, ...point };
    return element('node', { id: actor.id, label: actor.name }, attributes(NODE_ATTRIBUTES, values));
  };
  const edge = ({ id, source, target, kind, status, since, frequency, note }: Link): string => {
    const values = { status: linkStatusLabel(status, locale), since, frequency: frequency && frequencyLabel(frequency, locale), note };
    return element('edge', { id, source, target, kind, label: linkKindLabel(kind, locale) }, attributes(EDGE_ATTRIBUTES, values));
  };
  const edges = data.links.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">',
    '<graph defaultedgetype="directed" mode="static" idtype="string">',
    declared('node', NODE_ATTRIBUTES, locale),
    declared('edge', EDGE_ATTRIBUTES, locale),
    `<nodes count="${String(data.actors.length)}">`, ...data.actors.map(node), '</nodes>',
    `<edges count="${String(edges.length)}">`, ...edges.map(edge), '</edges>',
    '</graph>', '</gexf>', '',
  ].join('\n');
}

function declared(kind: 'node' | 'edge', list: readonly (readonly [Title, string])[], locale: string): string {
  const titles = inLanguage<Record<Title, string>>(TITLES, locale);
  return element('attributes', { class: kind, mode: 'static' }, list.map(([id, type]) => element('attribute', { id, title: titles[id], type }, '')).join(''));
}

function attributes(list: readonly (readonly [Title, string])[], values: Attributes): string {
  const known = list.flatMap(([id]) => (values[id] === undefined ? [] : [element('attvalue', { for: id, value: String(values[id]) }, '')]));
  return known.length === 0 ? '' : `<attvalues>${known.join('')}</attvalues>`;
}

function element(name: string, attributes: Readonly<Record<string, string>>, content: string): string {
  const head = `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`).join('')}`;
  return content === '' ? `${head}/>` : `${head}>${content}</${name}>`;
}

/** What XML 1.0 cannot hold is left out; line breaks are kept as such, which an attribute would turn into spaces. */
function escape(text: string): string {
  return text
    // eslint-disable-next-line no-control-regex -- XML 1.0 §2.2 allows none of these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"'\t\n\r]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
}
