// Goes to the new address at once and keeps the query and the fragment. Without it, the page's meta refresh goes there.
"use strict";
{
  const to = new URL(document.currentScript?.dataset.to ?? "", location.href);
  to.search ||= location.search;
  to.hash = location.hash || to.hash;
  if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  location.replace(to.href);
}
