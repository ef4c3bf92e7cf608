const TYPE = 'asb:height';

/** In a page made to be framed: tells the page around how tall this one is, now and whenever that changes. */
export function reportHeight(): void {
  const root = document.documentElement;
  new ResizeObserver(() => {
    // The root's own box: `scrollHeight` never shrinks. The height is no secret: any parent may have it.
    parent.postMessage({ type: TYPE, height: Math.ceil(root.getBoundingClientRect().height) }, '*');
  }).observe(root);
}

/** In the page around: `<iframe class="asb-embed">` looks a part of it: full width, no border, as tall as its own page reported, within bounds. */
export function followFrameHeights(): void {
  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (typeof data !== 'object' || data === null || (data as { type?: unknown }).type !== TYPE) return;
    const height = Math.min(Math.max(Number((data as { height?: unknown }).height) || 0, 50), 10_000);
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe.asb-embed')) {
      // By the CSSOM: a strict policy allows no style attribute.
      if (frame.contentWindow === source) Object.assign(frame.style, { height: `${String(height)}px`, width: '100%', border: '0' });
    }
  });
}

let started = false;

/** Both sides, once for however many elements; the framed page says that it is one with `<html data-asb-frame>`. */
export function startFrames(): void {
  if (started) return;
  started = true;
  followFrameHeights();
  if (parent !== window && document.documentElement.hasAttribute('data-asb-frame')) reportHeight();
}
