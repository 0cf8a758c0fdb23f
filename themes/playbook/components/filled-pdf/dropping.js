// Files that are dropped on a page, and which of them are PDFs. What reads them is loaded when there is one.

/** @typedef {import("./lazy/filled-pdf.js").FilledCopy} FilledCopy */

/** What a field for files offers to choose. */
export const ACCEPT = ".json,application/json,.pdf,application/pdf";

/** @param {File} file */
export const isPdf = (file) => file.type === "application/pdf" || /\.pdf$/i.test(file.name);

/**
 * Take files that are dropped anywhere on the page. Without this the browser would leave the page for them.
 * @param {(files: File[]) => void} take
 * @param {AbortSignal} signal
 */
export function takeDropped(take, signal) {
  const hasFiles = (/** @type {DragEvent} */ event) => [...(event.dataTransfer?.items ?? [])].some(({ kind }) => kind === "file");
  document.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { signal });
  document.addEventListener(
    "drop",
    (event) => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      take([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
}

/**
 * What is filled in on the copies of an entry in a PDF, or why nothing can be taken from it, in words.
 * @param {File} file
 * @param {string} entry
 * @returns {Promise<{ copy: FilledCopy, others: number } | { fault: string }>}
 */
export async function copyIn(file, entry) {
  const { chosenCopy } = await import("./lazy/filled-pdf.js");
  return chosenCopy(file, entry);
}
