/** What runs in the page of each engine: mounts a form and says when its document is right. */

/** JSON Forms leaves what a condition hides in the document, with the attribute `hidden`. */
const CONTROLS = ':is(input, select, textarea):not([hidden], [hidden] *)';

/** Whatever custom elements stand in `scope` may hold controls in shadow roots of their own. */
function scopes(scope) {
  const inner = [...scope.querySelectorAll('*')].filter((element) => element.shadowRoot).map((element) => element.shadowRoot);
  return [scope, ...inner.flatMap(scopes)];
}

const afterFrame = () =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(undefined);
    });
  });

/**
 * @param {{ mount(form: object, root: Element): void, scope(root: Element): ParentNode, option(root: Element): Element }} engine
 *   `scope`: where the controls are; `option`: what a person clicks to answer `oui`, the first choice of the first radio question.
 */
export function expose({ mount, scope, option }) {
  const root = document.querySelector('#root');
  const count = () => scope(root).querySelectorAll(CONTROLS).length;

  /** The time at which the document holds so many controls: asked after each change of it, at the latest each frame. */
  const until = (expected) =>
    new Promise((done) => {
      let found = false;
      const check = () => {
        if (found || count() !== expected) return;
        found = true;
        observer.disconnect();
        done(performance.now());
      };
      const observer = new MutationObserver(check);
      observer.observe(scope(root), { childList: true, subtree: true, attributeFilter: ['hidden'] });
      const eachFrame = () => {
        check();
        if (!found) requestAnimationFrame(eachFrame);
      };
      eachFrame();
    });

  window.bench = {
    count,
    /** True when every control is where `count` looks: custom elements within would hide theirs. */
    flat: () => scopes(scope(root)).length === 1,
    option: () => option(root),
    /** Milliseconds from mounting to the last control, and from navigation to the frame that shows it. */
    async mount(form, expected) {
      const start = performance.now();
      mount(form, root);
      const right = expected === undefined ? performance.now() : await until(expected);
      const frame = await afterFrame();
      return { ready: right - start, painted: frame };
    },
    /** Milliseconds from the next click to the document being right. */
    reaction: (expected) =>
      new Promise((done) => {
        addEventListener(
          'click',
          () => {
            const start = performance.now();
            until(expected).then((right) => done(right - start));
          },
          { capture: true, once: true },
        );
      }),
  };
}
