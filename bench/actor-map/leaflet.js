import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { ONE_KIND, places, timed } from './places.js';

const root = document.querySelector('#root');

/** Markers as its documentation makes them, in one cluster group, without tiles and without animation. */
window.bench = async (count) => {
  window.L = L;
  await import('leaflet.markercluster');
  const { actors } = places(count);
  root.style.height = '576px';
  const shown = () => [...root.querySelectorAll('.leaflet-marker-icon')].reduce((sum, icon) => sum + (icon.classList.contains('marker-cluster') ? Number(icon.textContent) : 1), 0);
  let map;
  let group;
  const marker = ({ latitude, longitude, name }) => L.marker([latitude, longitude], { title: name, icon: L.divIcon({ className: 'point' }) });
  const opened = await timed(() => {
    map = L.map(root, { zoomAnimation: false, fadeAnimation: false, maxZoom: 18 }).fitBounds([[50.5, 2.85], [50.8, 3.25]]);
    group = L.markerClusterGroup({ animate: false, removeOutsideVisibleBounds: false }).addLayers(actors.map(marker)).addTo(map);
  }, () => shown() === count);
  const some = actors.filter(({ kind }) => kind === ONE_KIND);
  const show = (list) => {
    group.clearLayers();
    group.addLayers(list.map(marker));
  };
  const filtered = await timed(() => show(some), () => shown() === some.length);
  const reset = await timed(() => show(actors), () => shown() === count);
  const before = root.querySelector('.leaflet-marker-icon').outerHTML;
  const zoomed = await timed(() => map.zoomIn(1, { animate: false }), () => root.querySelector('.leaflet-marker-icon')?.outerHTML !== before);
  return { opened, drawn: opened, filtered, reset, zoomed };
};
