// The table of contents marks the section that is being read.

/** @param {ParentNode} nav @param {NodeListOf<HTMLElement>} sections */
export function followReading(nav, sections) {
  const links = new Map([...nav.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  /** @type {Set<string>} */
  const inView = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) isIntersecting ? inView.add(target.id) : inView.delete(target.id);
      const current = [...sections].find((section) => inView.has(section.id))?.id;
      if (current === undefined) return;
      for (const [id, link] of links) {
        if (id === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    },
    // A section counts as read while it crosses a line a quarter down the window.
    { rootMargin: "-25% 0px -74% 0px" },
  );
  for (const section of sections) observer.observe(section);
}
