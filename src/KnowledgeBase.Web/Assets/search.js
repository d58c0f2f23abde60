// Results while typing. Everything works without this file; Enter always loads the page as if it were not there.
(() => {
  "use strict";

  const pauseInMilliseconds = 400;
  const form = document.getElementById("search-form");
  const box = document.getElementById("q");
  const region = document.getElementById("search-region");
  const status = document.getElementById("search-status");
  const policy = window.trustedTypes?.createPolicy("results", { createHTML: (html) => html });
  let timer = 0;
  let running = null;
  let shown = box.value.trim();

  function address() {
    const parameters = new URLSearchParams(new FormData(form));
    if (!box.value.trim()) {
      parameters.delete("q");
    }
    return parameters;
  }

  function cancel() {
    clearTimeout(timer);
    running?.abort();
    running = null;
  }

  function announce() {
    const found = region.querySelector(".search-region");
    status.textContent = found ? `${found.dataset.summary} found.` : "";
  }

  async function refresh() {
    const typed = box.value.trim();
    if (typed === shown) {
      return;
    }
    const parameters = address();
    running = new AbortController();
    const { signal } = running;
    const fragment = new URLSearchParams(parameters);
    fragment.set("part", "results");
    try {
      const answer = await fetch(`/?${fragment}`, { signal, headers: { Accept: "text/html" } });
      if (!answer.ok) {
        return;
      }
      const html = await answer.text();
      if (signal.aborted || box.value.trim() !== typed) {
        return;
      }
      const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
      const found = parsed.querySelector(".search-region");
      if (box.getAttribute("aria-expanded") === "true" && found?.dataset.total === "0") {
        // Half a word finds nothing, and while completions are offered it is half a word: no news until they are gone.
        return;
      }
      region.replaceChildren(...parsed.body.childNodes);
      shown = typed;
      document.getElementById("feed-link").href = region.querySelector(".feed-address").href;
      history.replaceState(null, "", parameters.size ? `/?${parameters}` : "/");
      entitle(found, typed);
      announce();
      prepare(region);
    } catch (error) {
      if (error.name !== "AbortError") {
        // A failed fetch leaves the old results; Enter still works and shows what is wrong.
        status.textContent = "";
      }
    }
  }

  /** The heading and the title of a page that has become one of results. */
  function entitle(found, typed) {
    const site = document.querySelector(".site-name").textContent.trim();
    document.title = found.dataset.title ? `${found.dataset.title} – ${site}` : site;
    const heading = document.querySelector("h1[data-front]");
    if (heading) {
      heading.dataset.front ||= heading.textContent;
      heading.textContent = typed ? "Search results" : heading.dataset.front;
      heading.classList.toggle("visually-hidden", typed !== "");
      heading.parentElement.classList.toggle("front", typed === "");
    }
  }

  function typed(event) {
    cancel();
    // While an input method composes, the text is not yet what the reader means.
    if (!event.isComposing) {
      timer = setTimeout(refresh, pauseInMilliseconds);
    }
  }

  /** Controls that a script makes better, in a region that has just come. */
  function prepare(root) {
    for (const list of root.querySelectorAll("[data-filter-label]")) {
      addFilter(list);
    }
    if (navigator.clipboard) {
      for (const link of root.querySelectorAll("[data-copy-link]")) {
        makeCopy(link);
      }
    }
  }

  function addFilter(list) {
    const input = document.createElement("input");
    input.className = "facet-filter";
    input.type = "search";
    input.setAttribute("aria-label", list.dataset.filterLabel);
    input.placeholder = list.dataset.filterLabel;
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLocaleLowerCase();
      for (const item of list.querySelectorAll("li")) {
        item.hidden = !item.querySelector("bdi").textContent.toLocaleLowerCase().includes(wanted);
      }
    });
    list.querySelector("summary").after(input);
  }

  function makeCopy(link) {
    const label = link.querySelector("[data-copy-label]");
    label.textContent = "Copy link";
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      await navigator.clipboard.writeText(link.href);
      label.textContent = "Copied";
      status.textContent = "Link copied.";
    });
  }

  // A concordance is counted whole for every answer: it waits for Enter.
  if (form.dataset.live === "yes") {
    box.addEventListener("input", typed);
    box.addEventListener("compositionend", typed);
    box.addEventListener("suggestions-closed", typed);
  }
  form.addEventListener("submit", cancel);
  // What stands in the box when the link is used goes along, though its results may not have come yet.
  const advanced = document.getElementById("advanced-link");
  for (const use of ["click", "auxclick"]) {
    advanced.addEventListener(use, () => {
      const link = new URL(advanced.href);
      link.searchParams.set("q", box.value);
      advanced.href = box.value.trim() || link.searchParams.size > 1 ? link.href : link.pathname;
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
      && !event.target.closest?.("input, textarea, select, [contenteditable]")) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
  prepare(document);
})();
