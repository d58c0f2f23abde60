// Completions under a search box: the combobox pattern of the ARIA practices. Enter runs what stands in the box, unless a document was
// chosen from the list: that is opened, as by a click.
// What stands before the caret is completed; what stands after it is kept.
(() => {
  "use strict";

  const pauseInMilliseconds = 150;
  let boxes = 0;

  function attach(box) {
    const id = `suggestions-${++boxes}`;
    const list = document.createElement("div");
    list.id = id;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    const status = document.createElement("div");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    box.closest(".field-row").after(list, status);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", id);

    let options = [];
    let active = -1;
    let typed = box.value;
    let caret = typed.length;
    let timer = 0;
    let running = null;

    function close() {
      clearTimeout(timer);
      running?.abort();
      running = null;
      const wasOpen = !list.hidden;
      list.hidden = true;
      active = -1;
      status.textContent = "";
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
      if (wasOpen) {
        box.dispatchEvent(new Event("suggestions-closed"));
      }
    }

    function fill(completed) {
      box.value = completed + typed.slice(caret);
      box.setSelectionRange(completed.length, completed.length);
    }

    function choose(index) {
      options[active]?.setAttribute("aria-selected", "false");
      active = index;
      const option = options[active];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        box.setAttribute("aria-activedescendant", option.id);
        fill(option.dataset.text);
      } else {
        box.removeAttribute("aria-activedescendant");
        fill(typed.slice(0, caret));
      }
    }

    function render(suggestions) {
      const groups = new Map();
      for (const suggestion of suggestions) {
        groups.set(suggestion.group, [...(groups.get(suggestion.group) ?? []), suggestion]);
      }
      options = [];
      active = -1;
      list.replaceChildren(...[...groups].map(([heading, members], group) => {
        const element = document.createElement("div");
        element.className = "group";
        element.setAttribute("role", "group");
        const label = document.createElement("div");
        label.className = "group-label";
        label.id = `${id}-group-${group}`;
        label.setAttribute("role", "presentation");
        label.textContent = heading;
        element.setAttribute("aria-labelledby", label.id);
        element.append(label, ...members.map(makeOption));
        return element;
      }));
      list.hidden = options.length === 0;
      box.setAttribute("aria-expanded", String(options.length > 0));
      status.textContent = options.length === 0 ? "" : options.length === 1 ? "1 suggestion" : `${options.length} suggestions`;
    }

    function makeOption(suggestion) {
      const option = document.createElement("div");
      option.id = `${id}-${options.length}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.text = suggestion.text;
      const words = document.createElement("span");
      words.dir = "auto";
      words.textContent = suggestion.variant ? `${suggestion.name} (${suggestion.variant})` : suggestion.name;
      option.append(words);
      if (suggestion.id) {
        option.dataset.address = `/d/${encodeURIComponent(suggestion.id)}`;
        const opens = document.createElement("span");
        opens.className = "count";
        opens.textContent = "open";
        option.append(opens);
      } else {
        const count = document.createElement("span");
        count.className = "count";
        const unit = document.createElement("span");
        unit.className = "visually-hidden";
        unit.textContent = suggestion.documents === 1 ? " document" : " documents";
        count.append(suggestion.documents.toLocaleString("en"), unit);
        option.append(count);
      }
      options.push(option);
      return option;
    }

    async function ask() {
      typed = box.value;
      caret = box.selectionEnd ?? typed.length;
      const before = typed.slice(0, caret);
      if (before.trim().length < 2 || /^[\p{L}\p{M}\p{N}]/u.test(typed.slice(caret))) {
        close();
        return;
      }
      running = new AbortController();
      try {
        const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(before)}&count=10`, { signal: running.signal });
        if (answer.ok && document.activeElement === box && box.value === typed) {
          render((await answer.json()).suggestions);
        }
      } catch (error) {
        if (error.name !== "AbortError") {
          close();
        }
      }
    }

    box.addEventListener("input", (event) => {
      clearTimeout(timer);
      running?.abort();
      if (!event.isComposing) {
        timer = setTimeout(ask, pauseInMilliseconds);
      }
    });
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return;
      }
      if (event.key === "Enter" || event.key === "Tab") {
        const address = event.key === "Enter" ? options[active]?.dataset.address : undefined;
        close();
        if (address) {
          event.preventDefault();
          location.assign(address);
        }
      } else if (list.hidden) {
        if (event.key === "ArrowDown") {
          ask();
          event.preventDefault();
        }
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        // One more place than options: it stands for what was typed.
        const places = options.length + 1;
        choose(((active + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
        event.preventDefault();
      } else if (event.key === "Escape") {
        fill(typed.slice(0, caret));
        close();
        event.preventDefault();
      }
    });
    // mousedown: before the box loses focus.
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (!option || event.button !== 0) {
        return;
      }
      close();
      if (option.dataset.address) {
        location.assign(option.dataset.address);
      } else {
        fill(option.dataset.text);
        box.form.requestSubmit();
      }
    });
    box.addEventListener("blur", close);
  }

  for (const box of document.querySelectorAll("[data-suggest]")) {
    attach(box);
  }
})();
