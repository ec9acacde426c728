/** What the build has put into the site: the digests of files that must arrive bit for bit, by their path, as `fetch` takes them. */
declare module "site-manifest" {
  export const integrity: Record<string, string>;
  /** Of the lesson, as in package.json. */
  export const version: string;
}

/** The script of the kernels' worker as a text, in a page that is one file. */
declare module "kernels-script" {
  const script: string;
  export default script;
}
