/** What the build has put into the site: the digests of files that must arrive bit for bit, by their path, as `fetch` takes them. */
declare module "site-manifest" {
  export const integrity: Record<string, string>;
}
