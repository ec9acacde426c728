// Keeps the messages that the frame sends.
/** @type {unknown[]} */
const messages = [];
Object.assign(window, { messages });
addEventListener("message", ({ data }) => messages.push(data));
