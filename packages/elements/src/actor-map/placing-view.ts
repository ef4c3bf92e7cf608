/** Puts a place where it stands, on the map: one moves the map under the sight, by hand, wheel, keys or buttons, and says "here". */
import { html, nothing } from 'lit';
import type { ViewContext } from './context.ts';
import type { MapPicture } from './map-picture.ts';

/** About a metre. */
const DECIMALS = 5;

const fieldsIn = (event: Event): readonly [HTMLInputElement | null, HTMLInputElement | null] => {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  return [root.querySelector<HTMLInputElement>('#f-longitude'), root.querySelector<HTMLInputElement>('#f-latitude')];
};
const numberIn = (field: HTMLInputElement | null): number => Number.parseFloat(field?.value.replace(',', '.') ?? '');

export function renderPlacing({ work: { editing }, words: { t, number }, announce }: ViewContext, map: () => MapPicture | undefined): unknown {
  if (editing?.type !== 'place') return nothing;
  const put = (event: Event): void => {
    const centre = map()?.centre;
    const [longitude, latitude] = fieldsIn(event);
    if (!centre || !longitude || !latitude) return;
    longitude.value = centre[0].toFixed(DECIMALS);
    latitude.value = centre[1].toFixed(DECIMALS);
    announce(t('placed', { latitude: number(Number(latitude.value)), longitude: number(Number(longitude.value)) }));
  };
  const go = (event: Event): void => {
    const [longitude, latitude] = fieldsIn(event).map(numberIn);
    if (longitude !== undefined && latitude !== undefined && Number.isFinite(longitude + latitude)) map()?.goTo([longitude, latitude], 40);
    else announce(t('noPosition'));
  };
  return html`<div class="note placing"><p>${t('placingHelp')}</p><div class="row"><button type="button" class="primary" part="button button-primary" @click=${put}>${t('placeHere')}</button><button type="button" class="secondary" part="button" @click=${go}>${t('placeShow')}</button></div></div>`;
}
