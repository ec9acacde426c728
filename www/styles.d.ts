/** Only the parts of the course that are named after the question mark. */
declare module "*course.json?scenes,languages" {
  const parts: { scenes: any[]; languages: string[] };
  export default parts;
}

declare module "*course.json?challenges,sections" {
  const parts: { challenges: any[]; sections: { id: string }[] };
  export default parts;
}

declare module "*course.json?cards" {
  const parts: { cards: { id: string; section: string }[] };
  export default parts;
}

/** A list followed by names of fields: only these of each row. */
declare module "*course.json?challenges:id:section:xp" {
  const parts: { challenges: { id: string; section: string; xp: number }[] };
  export default parts;
}

/** A style sheet imported by a script arrives as text. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** The words that the first figure may say, or those that only later parts do. */
declare module "*labels.json?first" {
  const labels: Record<string, string>;
  export default labels;
}

declare module "*labels.json?export" {
  const labels: Record<string, string>;
  export default labels;
}

declare module "*labels.json?later" {
  const labels: Record<string, string>;
  export default labels;
}
