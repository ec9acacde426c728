// Asks the scene in the frame before this one, without being its parent.
parent.frames[0]?.postMessage({ target: "downhill", type: "set", parameters: { alpha: "1" } }, "*");
