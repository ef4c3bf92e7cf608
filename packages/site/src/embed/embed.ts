/** In the framed page: tells the page around it how tall the survey is, each time that changes. */
const tell = (): void => {
  // The height is no secret, and the page around may be any commune's.
  parent.postMessage({ type: 'asb-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
};

if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener('load', tell);
}
