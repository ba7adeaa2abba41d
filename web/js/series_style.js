// How the series of a chart are told apart: by colour, by dashes and by the shape of their points. Colours stand in the SVG as
// they are printed and downloaded; css/trends.css has those of the dark theme.
import { draw } from './svg_node.js';

const half = 4;  // half the size of a point, in pixels

const shapes = {
  circle: `M ${-half} 0 a ${half} ${half} 0 1 0 ${2 * half} 0 a ${half} ${half} 0 1 0 ${-2 * half} 0 Z`,
  square: `M ${-half} ${-half} h ${2 * half} v ${2 * half} h ${-2 * half} Z`,
  triangle: `M 0 ${-half - 1} L ${half + 1} ${half} H ${-half - 1} Z`,
  diamond: `M 0 ${-half - 2} L ${half + 2} 0 L 0 ${half + 2} L ${-half - 2} 0 Z`,
  down: `M 0 ${half + 1} L ${half + 1} ${-half} H ${-half - 1} Z`,
};

const styles = [
  { colour: '#8c2f1b', dash: null, shape: 'circle' },
  { colour: '#17497d', dash: '8 4', shape: 'square' },
  { colour: '#2c6637', dash: '2 4', shape: 'triangle' },
  { colour: '#6d3f91', dash: '10 4 2 4', shape: 'diamond' },
  { colour: '#6b5200', dash: '16 5', shape: 'down' },
];

export const mostSeries = styles.length;

export function line(series, points) {
  const { colour, dash } = styles[series];
  const pen = { fill: 'none', stroke: colour, 'stroke-width': 2, 'stroke-linejoin': 'round', 'stroke-dasharray': dash };
  return draw('polyline', { class: `line series-${series + 1}`, points, ...pen });
}

export function point(series, x, y) {
  const { colour, shape } = styles[series];
  return draw('path', { class: `mark series-${series + 1}`, d: shapes[shape], transform: `translate(${x} ${y})`, fill: colour });
}

// A piece of line with a point on it, for a legend.
export function swatch(series) {
  return draw('svg', { class: 'swatch', width: 36, height: 14, viewBox: '0 0 36 14', 'aria-hidden': 'true' },
    line(series, '0,7 36,7'), point(series, 18, 7));
}
