// Asks the preview for its newest edition, and loads the page again when that is another than this page's. The
// place to which the reader has scrolled is kept here, because a browser forgets it over an error page, which
// stands in for the page for a while and is shorter. Only a page that somebody looks at asks: a browser
// opens few connections to one host, and a row of forgotten tabs must not take them all.
(() => {
  "use strict";
  const { news, edition, instead } = document.currentScript.dataset;
  const PLACE = "briefbook-place";
  let asking = null;

  const giveBack = () => { history.scrollRestoration = "auto"; };
  const leave = () => {
    const place = { path: location.pathname, x: scrollX, y: scrollY };
    if (instead === undefined) sessionStorage.setItem(PLACE, JSON.stringify(place));
    removeEventListener("pagehide", giveBack);
    history.scrollRestoration = "manual"; // else the browser goes to a place of its own, some time after loading
    location.reload();
  };
  const comeBack = () => {
    const place = JSON.parse(sessionStorage.getItem(PLACE));
    const [arrival] = performance.getEntriesByType("navigation");
    if (place === null || place.path !== location.pathname || arrival.type !== "reload") {
      sessionStorage.removeItem(PLACE);
    } else if (instead === undefined) {
      sessionStorage.removeItem(PLACE);
      scrollTo(place.x, place.y);
    } else if (!place.isTold) {
      sessionStorage.setItem(PLACE, JSON.stringify({ ...place, isTold: true }));
      scrollTo(0, 0);
    }
  };

  const ask = async () => {
    const mine = asking = new AbortController();
    let pause = 500; // the preview has ended; it may come back
    try {
      const reply = await fetch(`${news}?seen=${edition}`, { cache: "no-store", signal: mine.signal });
      if (reply.ok && await reply.text() !== edition) return leave();
      if (reply.ok) pause = 0;
    } catch {
      // nobody answers, or nobody looks any more
    }
    setTimeout(() => mine === asking && ask(), pause);
  };
  const look = () => {
    asking?.abort();
    asking = null;
    if (!document.hidden) ask();
  };

  document.addEventListener("visibilitychange", look);
  addEventListener("load", comeBack);
  addEventListener("pagehide", giveBack);
  look();
})();
