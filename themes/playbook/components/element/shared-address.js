// The address of this page to give to others. A file on a disk has none: then it is that of the page on the web.
export function sharedAddress() {
  const canonical = document.querySelector("link[rel=canonical]");
  const onDisk = location.protocol === "file:" && canonical instanceof HTMLLinkElement;
  return (onDisk ? canonical.href : location.href).split("#")[0];
}
