/** What `commons` and `open-badges` must not touch: the page, the network, the process, the clock. */

const platform = [
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'screen', 'customElements', 'alert', 'confirm'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Request', 'Response', 'Worker', 'BroadcastChannel'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'MutationObserver', 'DOMParser', 'HTMLElement', 'Element', 'Node'],
  ...['process', 'Buffer', 'require', 'global', '__dirname', '__filename'],
];

const clock = ['performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate'];

export const PLATFORM_GLOBALS = [
  ...platform.map((name) => ({ name, message: 'This package reads neither page, network nor process.' })),
  ...clock.map((name) => ({ name, message: 'This package has no clock: take the time as an argument.' })),
];

const message = 'This package has no clock: take the time as an argument.';

export const CLOCK = [
  { object: 'Date', property: 'now', message },
  ...['window', 'document', 'fetch', 'localStorage', 'sessionStorage', 'indexedDB', 'process', 'performance'].map((property) => ({
    object: 'globalThis',
    property,
    message: 'This package reads neither page, network, process nor clock.',
  })),
];

export const CLOCK_SYNTAX = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message },
  { selector: "CallExpression[callee.name='Date']", message },
];
