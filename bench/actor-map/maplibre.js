import maplibregl from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { ONE_KIND, places, timed } from './places.js';

const root = document.querySelector('#root');

/** One clustered source, circles on a plain ground: no tiles, no glyphs, hence no counts. Drawn by the processor where there is no graphics card. */
window.bench = async (count) => {
  const { actors } = places(count);
  root.style.height = '576px';
  const collection = (list) => ({ type: 'FeatureCollection', features: list.map(({ longitude, latitude, name, kind }) => ({ type: 'Feature', properties: { name, kind }, geometry: { type: 'Point', coordinates: [longitude, latitude] } })) });
  let map;
  let idle = false;
  const act = (run) => timed(() => {
    idle = false;
    run();
  }, () => idle);
  const opened = await act(() => {
    map = new maplibregl.Map({
      container: root, bounds: [[2.85, 50.5], [3.25, 50.8]], fadeDuration: 0, attributionControl: false,
      style: {
        version: 8, sources: { places: { type: 'geojson', data: collection(actors), cluster: true, clusterRadius: 56, clusterMaxZoom: 16 } },
        layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fff' } }, { id: 'places', type: 'circle', source: 'places', paint: { 'circle-radius': ['case', ['has', 'point_count'], 16, 8], 'circle-color': '#252d80' } }],
      },
    });
    map.on('idle', () => { idle = true; });
  });
  if (map.queryRenderedFeatures({ layers: ['places'] }).length === 0) throw new Error('nothing was drawn');
  const source = map.getSource('places');
  const filtered = await act(() => source.setData(collection(actors.filter(({ kind }) => kind === ONE_KIND))));
  const reset = await act(() => source.setData(collection(actors)));
  const zoomed = await act(() => map.zoomTo(map.getZoom() + 1, { animate: false }));
  return { opened, drawn: opened, filtered, reset, zoomed };
};
