/** Only the parts of the course that are named after the question mark. */
declare module "*course.json?scenes,languages" {
  const parts: { scenes: any[]; languages: string[] };
  export default parts;
}

declare module "*course.json?challenges,sections" {
  const parts: { challenges: any[]; sections: { id: string }[] };
  export default parts;
}

/** A style sheet imported by a script arrives as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
