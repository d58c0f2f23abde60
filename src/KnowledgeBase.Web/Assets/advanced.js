// Shows what the form writes while it is filled in. Without this file the button "Preview" does the same.
(() => {
  "use strict";

  const pauseInMilliseconds = 400;
  const form = document.getElementById("advanced-form");
  const region = document.getElementById("preview-region");
  const status = document.getElementById("preview-status");
  const policy = window.trustedTypes?.createPolicy("preview", { createHTML: (html) => html });
  let timer = 0;
  let running = null;

  async function refresh() {
    const parameters = new URLSearchParams(new FormData(form));
    parameters.set("part", "preview");
    running = new AbortController();
    const { signal } = running;
    try {
      const answer = await fetch(`/advanced?${parameters}`, { signal, headers: { Accept: "text/html" } });
      if (!answer.ok) {
        return;
      }
      const html = await answer.text();
      if (signal.aborted) {
        return;
      }
      const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
      region.replaceChildren(...parsed.body.childNodes);
      status.textContent = region.querySelector("[data-summary]").dataset.summary;
    } catch (error) {
      if (error.name !== "AbortError") {
        // The old preview would be of another search.
        region.replaceChildren();
        status.textContent = "";
      }
    }
  }

  form.addEventListener("input", (event) => {
    clearTimeout(timer);
    running?.abort();
    if (!event.isComposing) {
      timer = setTimeout(refresh, pauseInMilliseconds);
    }
  });
  form.addEventListener("submit", () => clearTimeout(timer));
  document.getElementById("preview-button").hidden = true;
})();
