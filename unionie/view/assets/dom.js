"use strict";
// dom.js: elements made from plain values. A string always becomes text, never markup.

const byId = (id) => document.getElementById(id);

function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === "") continue;
    if (/^(aria-|data-|role$|for$)/.test(key)) node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

function makeButton(words, act, properties = {}) {
  const button = make("button", { type: "button", ...properties }, words);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    act(event);
  });
  return button;
}

// Tell a screen reader, and nobody else.
function say(words) {
  byId("said").textContent = words;
}

function scrollTo(node, block) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block, behavior: still ? "instant" : "smooth" });
}
