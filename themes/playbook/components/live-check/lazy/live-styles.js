// The styles of codes and of gathering them, which most readers of a page do not need.
import { loadStyles } from "../../element/styles.js";

export const liveStyles = () => loadStyles(new URL("live-check.css", import.meta.url));
