/** A style sheet imported by a script arrives as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
