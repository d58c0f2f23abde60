// The document page without leaving it: stepping from hit to hit, and copying citations. Everything works without this file.
(() => {
  "use strict";

  const bar = document.getElementById("hit-bar");
  const text = document.getElementById("text");
  const total = Number(bar?.dataset.hits ?? 0);
  let current = Number(bar?.dataset.hit ?? 0);

  function marksOf(number) {
    return text.querySelectorAll(`mark[data-hit="${number}"]`);
  }

  function show(number, scroll) {
    for (const mark of marksOf(current)) {
      mark.classList.remove("current");
    }
    current = ((number - 1 + total) % total) + 1;
    for (const mark of marksOf(current)) {
      mark.classList.add("current");
    }
    bar.querySelector("[data-hit-number]").textContent = String(current);
    const paragraph = document.getElementById(`hit-${current}`)?.closest("[id]:not(mark)");
    for (const link of paragraph && text.contains(paragraph) ? bar.querySelectorAll("[data-keep-place]") : []) {
      link.hash = `#${encodeURIComponent(paragraph.id)}`;
    }
    if (scroll) {
      // replaceState: stepping through forty hits must not fill the history.
      history.replaceState(null, "", `#hit-${current}`);
      document.getElementById(`hit-${current}`)?.scrollIntoView({ block: "center" });
    }
  }

  function numberIn(hash) {
    const match = /^#hit-(\d+)$/.exec(hash);
    const number = match ? Number(match[1]) : 0;
    return number >= 1 && number <= total ? number : 0;
  }

  /** The hit at or after a paragraph that a link led to. */
  function firstHitFrom(hash) {
    const place = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (!place || !text.contains(place)) {
      return 0;
    }
    for (const mark of text.querySelectorAll("mark[id]")) {
      if (place.contains(mark) || place.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) {
        return Number(mark.dataset.hit);
      }
    }
    return 0;
  }

  if (total > 0) {
    bar.querySelector(".hit-count").setAttribute("role", "status");
    show(numberIn(location.hash) || firstHitFrom(location.hash) || current, false);
    if (numberIn(location.hash)) {
      document.getElementById(`hit-${current}`)?.scrollIntoView({ block: "center", behavior: "instant" });
    }
    addEventListener("hashchange", () => {
      const number = numberIn(location.hash);
      if (number) {
        show(number, false);
      }
    });
    bar.addEventListener("click", (event) => {
      const step = event.target.closest("[data-step]");
      if (step && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
        event.preventDefault();
        show(current + Number(step.dataset.step), true);
      }
    });
    const find = document.getElementById("find");
    find.addEventListener("keydown", (event) => {
      // Enter steps on as long as what is marked is what stands in the box; a changed text is searched for.
      if (event.key === "Enter" && !event.isComposing && find.value === find.defaultValue) {
        event.preventDefault();
        show(current + (event.shiftKey ? -1 : 1), true);
      }
    });
    addEventListener("keydown", (event) => {
      const busy = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (busy || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (event.key === "n" || event.key === "p") {
        event.preventDefault();
        show(current + (event.key === "n" ? 1 : -1), true);
      }
    });
  }

  const status = document.getElementById("copy-status");
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) {
      break;
    }
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.parentElement.querySelector(".citation-text").textContent);
      status.textContent = "Copied.";
    });
  }
})();
