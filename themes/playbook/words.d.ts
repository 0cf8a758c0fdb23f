// The build makes `words.js` in the folder of each component that imports it; see generator/site/script_words.py.
declare module "*/words.js" {
  const words: any;
  export default words;
  export const writing: { decimal: string; thousands: string };
}
