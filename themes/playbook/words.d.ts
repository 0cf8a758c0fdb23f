// The build makes `words.js` in the folder of each component that imports it; see generator/site/script_words.py.
declare module "*/words.js" {
  const words: any;
  export default words;
  export const writing: { decimal: string; thousands: string };
}

// The build makes `signs.js` in the folder of the icons; see generator/site/kind_looks.py.
declare module "*/signs.js" {
  const signs: Record<string, string>;
  export default signs;
}
