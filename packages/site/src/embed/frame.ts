/** In the page around: gives each frame marked `data-asb-frame` the height that its own page asks for. */
const MIN = 200;
const MAX = 20_000;

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'asb-height') return;
  if (!('height' in data) || typeof data.height !== 'number' || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-asb-frame]')) {
    // Only the frame that speaks, and only while it shows the page that was put in it.
    if (frame.contentWindow !== source || new URL(frame.src, location.href).origin !== origin) continue;
    frame.style.height = `${String(Math.min(MAX, Math.max(MIN, data.height)))}px`;
  }
});
