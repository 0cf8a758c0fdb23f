// The styles of results and of charts, which most readers of a page do not need at first.
import { loadStyles } from "../../element/styles.js";

export const resultStyles = () => loadStyles(new URL("assessment-result.css", import.meta.url));
