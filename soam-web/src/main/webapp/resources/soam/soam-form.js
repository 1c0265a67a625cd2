/* Forms generated from a schema: lists, entries, what matters when, problems at their fields, unsaved changes. */
"use strict";

soam.form = (form) => {
  const { setText } = soam;
  const summary = form.querySelector(".problems");
  let before = null;
  let leaving = false;

  const fieldOf = (name) => form.querySelector(`.form-field[data-setting="${CSS.escape(name)}"]`);
  const data = () => new URLSearchParams([...new FormData(form)].filter(([name]) => !/^(jakarta|javax|primefaces)\./.test(name))).toString();

  /* Lists of texts */
  function addTag(box, text) {
    const stripped = text.trim();
    const known = [...box.querySelectorAll(".tag input")].some((input) => input.value === stripped);
    if (!stripped || known) return;
    const tag = document.createElement("span");
    tag.className = "tag";
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = box.dataset.tags;
    input.value = stripped;
    const words = document.createElement("code");
    words.textContent = stripped;
    const remove = document.createElement("button");
    remove.type = "button";
    remove.setAttribute("aria-label", `Remove ${stripped}`);
    remove.textContent = "×";
    tag.append(input, words, remove);
    box.insertBefore(tag, box.lastElementChild.matches("input") ? box.lastElementChild : null);
  }

  form.querySelectorAll("[data-tags]").forEach((box) => {
    const entry = box.querySelector(":scope > input");
    const take = () => {
      addTag(box, entry.value);
      entry.value = "";
    };
    entry.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || (event.key === "," && entry.value.trim())) {
        event.preventDefault();
        take();
      } else if (event.key === "Backspace" && entry.value === "") {
        box.querySelector(".tag:last-of-type")?.remove();
      }
    });
    entry.addEventListener("change", take);
    entry.addEventListener("paste", (event) => {
      const lines = event.clipboardData.getData("text").split(/[\r\n]+/);
      if (lines.length < 2) return;
      event.preventDefault();
      lines.forEach((line) => addTag(box, line));
    });
    box.addEventListener("click", (event) => {
      if (event.target.closest(".tag button")) event.target.closest(".tag").remove();
      entry.focus();
    });
  });

  /* Names with texts */
  form.querySelectorAll("[data-entries]").forEach((box) => {
    const add = box.querySelector("[data-add-entry]");
    add.addEventListener("click", () => {
      const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
      box.insertBefore(row, add);
      row.querySelector("input").focus();
    });
    box.addEventListener("click", (event) => {
      if (!event.target.closest("[data-remove-entry]")) return;
      event.target.closest(".entry").remove();
      add.focus();
    });
  });

  /* What matters only while another setting has certain values */
  const conditional = [...form.querySelectorAll("[data-when]")].filter((field) => field.dataset.when);

  function showConditional() {
    conditional.forEach((field) => {
      const other = form.elements.namedItem(`s.${field.dataset.when}`);
      const value = other?.type === "checkbox" ? String(other.checked) : other?.value;
      const unseen = fieldOf(field.dataset.when)?.hidden === true;
      field.hidden = unseen || (other !== null && !field.dataset.whenValues.split(" ").includes(value));
    });
  }

  /* Problems at their fields */
  const controlOf = (field) => field.querySelector("input:not([type=hidden]), select, textarea, button");

  function mark(field, message) {
    const place = field.querySelector(".problem");
    setText(place, message ?? "");
    place.hidden = !message;
    field.classList.toggle("wrong", Boolean(message));
    field.querySelectorAll("input:not([type=hidden]), select, textarea").forEach((control) => {
      if (message) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  }

  /** Says what is wrong, by name; under the empty name what is wrong with the whole. */
  function showProblems(problems) {
    form.querySelectorAll(".form-field").forEach((field) => mark(field, null));
    const whole = [];
    let first = null;
    Object.entries(problems).forEach(([name, message]) => {
      const field = name ? fieldOf(name) : null;
      if (!field) {
        whole.push(message);
        return;
      }
      mark(field, message);
      if (field.closest("details")) field.closest("details").open = true;
    });
    first = form.querySelector(".form-field.wrong:not([hidden])");
    summary.hidden = whole.length === 0;
    summary.replaceChildren(...whole.map((message) => Object.assign(document.createElement("p"), { textContent: message })));
    if (whole.length > 0) summary.focus();
    else if (first) controlOf(first).focus();
    return whole.length > 0 || first !== null;
  }

  form.addEventListener("input", (event) => {
    const field = event.target.closest(".form-field.wrong");
    if (field) mark(field, null);
    showConditional();
  });
  form.addEventListener("change", showConditional);

  form.querySelectorAll("[data-json]").forEach((area) =>
    area.addEventListener("change", () => {
      if (!area.value.trim()) return;
      try {
        area.value = JSON.stringify(JSON.parse(area.value), null, 2);
      } catch (e) {
        mark(area.closest(".form-field"), "This is no JSON yet.");
      }
    }),
  );

  /* Unsaved changes */
  const isChanged = () => before !== null && before !== data();
  addEventListener("beforeunload", (event) => {
    if (isChanged() && !leaving) event.preventDefault();
  });

  showConditional();
  before = data();

  return {
    data,
    isChanged,
    showProblems,
    /** Takes what stands in the entry of a list but was not confirmed yet. */
    settle: () => form.querySelectorAll("[data-tags] > input").forEach((entry) => entry.value.trim() && entry.dispatchEvent(new Event("change"))),
    leave(address) {
      leaving = true;
      location.assign(address);
    },
  };
};
