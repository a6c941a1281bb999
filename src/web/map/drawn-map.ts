// The drawing library behind the map; loaded with the first one. Our own shapes only: no tiles, no fonts from elsewhere.
import type { FeatureCollection } from 'geojson';
import {
  type GeoJSONSource,
  type LayerSpecification,
  Map as Drawing,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worker from 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url';
import { type Box, middleOf, type Scene } from './scene.ts';

// The library would write its worker out of its own code, which a bundler has changed by then.
setWorkerUrl(worker);

export type DrawnMap = {
  readonly show: (scene: Scene, selected: string | undefined) => void;
  readonly goTo: (box: Box) => void;
  /** Puts what is seen now on a drawing of the page, which stays when the page is printed. */
  readonly copyTo: (picture: HTMLCanvasElement) => void;
  readonly end: () => void;
};

export type MapColours = Readonly<
  Record<'paper' | 'surface' | 'line' | 'ink' | 'water' | 'road' | 'green' | 'accent', string>
>;

type Listeners = {
  readonly onSelect: (id: string) => void;
  readonly onHover: (id: string | undefined, x: number, y: number) => void;
  /** A touched map stops moving by itself. */
  readonly onTouch: () => void;
};

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Throws where the browser cannot draw it. */
export function drawMap(box: HTMLElement, colours: MapColours, listeners: Listeners): DrawnMap {
  const map = new Drawing({
    container: box,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 19,
    style: {
      version: 8,
      sources: Object.fromEntries(
        ['ground', 'districts', 'lots'].map((name) => [
          name,
          { type: 'geojson', data: EMPTY, ...(name === 'lots' ? { promoteId: 'id' } : {}) },
        ]),
      ),
      layers: layersIn(colours),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  const names: Marker[] = [];
  let hovered: string | undefined;
  let chosen: string | undefined;
  const setState = (id: string | undefined, state: Record<string, boolean>): void => {
    if (id !== undefined) map.setFeatureState({ source: 'lots', id }, state);
  };
  map.on('mousemove', 'lots', ({ features, point }) => {
    const id = String(features?.[0]?.properties['id'] ?? '');
    if (id !== hovered) {
      setState(hovered, { hovered: false });
      setState(id, { hovered: true });
      hovered = id;
    }
    map.getCanvas().style.cursor = 'pointer';
    listeners.onHover(id, point.x, point.y);
  });
  map.on('mouseleave', 'lots', () => {
    setState(hovered, { hovered: false });
    hovered = undefined;
    map.getCanvas().style.cursor = '';
    listeners.onHover(undefined, 0, 0);
  });
  map.on('click', 'lots', ({ features }) =>
    listeners.onSelect(String(features?.[0]?.properties['id'] ?? '')),
  );
  map.on('mousedown', listeners.onTouch);
  map.on('touchstart', listeners.onTouch);
  const ready = new Promise<void>((resolve) => {
    void map.once('load', () => resolve());
  });
  const put = (source: string, features: FeatureCollection['features']): void => {
    const target = map.getSource<GeoJSONSource>(source);
    target?.setData({ type: 'FeatureCollection', features });
  };
  let ended = false;
  return {
    show: (scene, selected) =>
      void ready.then(() => {
        if (ended) return;
        put('ground', scene.ground as never);
        put(
          'districts',
          scene.districts.map(({ shape }) => ({ type: 'Feature', geometry: shape as never, properties: {} })),
        );
        put(
          'lots',
          scene.lots.map(({ id, shape, fill }) => ({
            type: 'Feature',
            geometry: shape as never,
            properties: { id, fill },
          })),
        );
        setState(chosen, { chosen: false });
        setState(selected, { chosen: true });
        chosen = selected;
        writeNames(map, names, scene);
      }),
    goTo: ([west, south, east, north]) =>
      void map.fitBounds(
        [
          [west, south],
          [east, north],
        ],
        { padding: 24, duration: 300 },
      ),
    copyTo: (picture) => copy(map, names, picture),
    end: () => {
      ended = true;
      map.remove();
    },
  };
}

/** The names too: as elements they would stay where they are when the paper is narrower than the screen. */
function copy(map: Drawing, names: readonly Marker[], picture: HTMLCanvasElement): void {
  // What was drawn is gone from its memory by now.
  map.redraw();
  const source = map.getCanvas();
  picture.width = source.width;
  picture.height = source.height;
  const pen = picture.getContext('2d');
  if (pen === null) return;
  pen.drawImage(source, 0, 0);
  const scale = source.width / source.clientWidth;
  pen.font = `600 ${12 * scale}px ${getComputedStyle(source).fontFamily}`;
  pen.textAlign = 'center';
  pen.lineWidth = 3 * scale;
  pen.strokeStyle = '#fff';
  for (const name of names) {
    const { x, y } = map.project(name.getLngLat());
    const text = name.getElement().textContent;
    pen.strokeText(text, x * scale, y * scale);
    pen.fillText(text, x * scale, y * scale);
  }
}

/** Names are elements of the page: the library would need a font of its own for them. */
function writeNames(map: Drawing, names: Marker[], { districts }: Scene): void {
  for (const old of names.splice(0)) old.remove();
  for (const { name, shape } of districts) {
    const element = document.createElement('span');
    element.className = 'mj-map-name';
    element.textContent = name;
    const [x, y] = middleOf(shape);
    names.push(new Marker({ element }).setLngLat([x, y]).addTo(map));
    // The library makes a button of it; it is only a name.
    element.removeAttribute('aria-label');
    element.setAttribute('role', 'presentation');
  }
}

function layersIn(colours: MapColours): LayerSpecification[] {
  const ground = (kind: string) => ['==', ['get', 'kind'], kind] as never;
  const fill = (id: string, kind: string, colour: string): LayerSpecification => ({
    id,
    type: 'fill',
    source: 'ground',
    filter: ground(kind),
    paint: { 'fill-color': colour },
  });
  const line = (id: string, kind: string, colour: string, from: number, to: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'ground',
    filter: ground(kind),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 11, from, 17, to],
    },
  });
  const state = (name: string) => ['boolean', ['feature-state', name], false] as never;
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.water } },
    fill('land', 'land', colours.paper),
    fill('green', 'green', colours.green),
    {
      id: 'districts',
      type: 'fill',
      source: 'districts',
      paint: { 'fill-color': colours.surface, 'fill-opacity': 0.7 },
    },
    fill('water', 'water', colours.water),
    line('streets', 'street', colours.line, 0.4, 10),
    line('road-edges', 'road', colours.line, 1.6, 26),
    line('roads', 'road', colours.road, 1, 22),
    line('railways', 'railway', colours.ink, 0.6, 3),
    {
      id: 'lots',
      type: 'fill',
      source: 'lots',
      paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': ['case', state('hovered'), 1, 0.88] },
    },
    {
      id: 'lot-edges',
      type: 'line',
      source: 'lots',
      paint: {
        'line-color': ['case', state('chosen'), colours.ink, state('hovered'), colours.ink, colours.surface],
        'line-width': ['case', state('chosen'), 3, state('hovered'), 1.5, 0.5],
      },
    },
    {
      id: 'district-edges',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': colours.accent, 'line-width': 1.2, 'line-dasharray': [3, 2] },
    },
  ];
}
