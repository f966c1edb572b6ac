// Asks the preview for its newest edition, and loads the page again when that is another than this page's; the
// browser keeps the place to which the reader has scrolled. Only a page that somebody looks at asks: a browser
// opens few connections to one host, and a row of forgotten tabs must not take them all.
(() => {
  "use strict";
  const { news, edition } = document.currentScript.dataset;
  let asking = null;

  const ask = async () => {
    const mine = asking = new AbortController();
    let pause = 500; // the preview has ended; it may come back
    try {
      const reply = await fetch(`${news}?seen=${edition}`, { cache: "no-store", signal: mine.signal });
      if (reply.ok && await reply.text() !== edition) return location.reload();
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
  look();
})();
