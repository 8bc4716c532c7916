// A service worker that shows one page when there is no connection. It keeps that page and what it is made of, and nothing else: no page that somebody has
// read, and none of anybody's words. The server puts the list of FILES before it.
const cache = `offline ${FILES.join(" ")}`;
const page = FILES[0];

addEventListener("install", (event) => {
  event.waitUntil(caches.open(cache).then((kept) => kept.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))));
  skipWaiting();
});

addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== cache).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match(page)));
  else if (request.method === "GET" && FILES.slice(1).includes(new URL(request.url).pathname))
    event.respondWith(caches.match(request, { ignoreSearch: true }).then((kept) => kept ?? fetch(request)));
});
