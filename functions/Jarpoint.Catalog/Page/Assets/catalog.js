// The page's side of the worker that holds the catalog.

const waiting = new Map();
let worker = null;
let asked = 0;
let watch = () => {};

/** Starts to read. Texts about its progress go to the function. */
export function open(progress) {
  watch = progress;
  const scripts = globalThis.trustedTypes?.createPolicy('worker', { createScriptURL: (url) => url });
  const url = new URL('./worker.js', import.meta.url).href;
  worker = new Worker(scripts ? scripts.createScriptURL(url) : url, { type: 'module' });
  worker.onmessage = ({ data }) => receive(data);
  worker.onerror = (event) => {
    waiting.forEach(({ reject }) => reject(new Error(event.message || 'The worker of the page could not be started.')));
    waiting.clear();
  };
  return ask('load', { root: new URL('../', document.baseURI).href });
}

/** Asks the worker; rejects with a sentence for people. */
export function ask(call, question = {}) {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, call, question });
  });
}

function receive({ id, answer, fault, progress }) {
  if (progress) {
    watch(progress);
    return;
  }
  const { resolve, reject } = waiting.get(id);
  waiting.delete(id);
  fault === undefined ? resolve(answer) : reject(new Error(fault));
}
