/* Keys, clocks that count down, notices that leave by themselves, files that can be dropped.
   Every page works without this file. */
"use strict";
(() => {
  const floors = {h: "ring", d: "desk", c: "contacts", f: "faults", o: "office", w: "network", i: "improve", v: "govern"};
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const typing = at => at instanceof Element && at.matches("input:not([type=checkbox],[type=radio],[type=file]),textarea,select,[contenteditable]");
  const shown = element => element.getClientRects().length > 0;

  /* ---- the page one is on is seen in a row of pages that is longer than the screen ---- */
  all(".r-seg").forEach(row => {
    const here = row.querySelector("[aria-current]");
    if (here && row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - 24;
  });

  /* ---- keys ---- */
  let gone = 0; // when g was pressed

  function walk(step) {
    const rows = all("[data-keys] :is(tbody tr,.r-row)").filter(shown);
    if (!rows.length) return;
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const current = at < 0 ? rows.findIndex(row => row.matches("[aria-current]")) : at;
    const row = rows[Math.min(rows.length - 1, Math.max(0, current < 0 ? 0 : current + step))];
    (row.matches("a") ? row : row.querySelector("a,button,input"))?.focus();
    row.scrollIntoView({block: "nearest"});
  }

  function mark() {
    document.activeElement?.closest("tr,.r-row")?.querySelector("input[type=checkbox]")?.click();
  }

  function use(key) {
    const element = all(`[data-key="${key}"]`).find(shown);
    if (!element) return false;
    if (typing(element)) element.focus(); else element.click();
    if (element.dataset.focus) document.getElementById(element.dataset.focus)?.focus();
    return true;
  }

  function pane(back) {
    const panes = all("[data-pane],.r-pane").filter(shown);
    if (!panes.length) return;
    const at = panes.findLastIndex(p => p.contains(document.activeElement));
    const next = panes[(at + (back ? -1 : 1) + panes.length) % panes.length];
    if (!next.hasAttribute("tabindex")) next.tabIndex = -1;
    next.focus();
  }

  function leave() {
    const open = all("details[open]:is(.r-menu,.r-reck)");
    if (open.length) {
      open.forEach(details => { details.open = false; details.querySelector("summary").focus(); });
    } else if (typing(document.activeElement)) {
      document.activeElement.blur();
    } else {
      all("[data-back]").find(shown)?.click();
    }
  }

  async function help() {
    const answer = await fetch("/keys");
    const keys = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("keys");
    if (!keys) { location.href = "/keys"; return; }
    const dialog = document.createElement("dialog");
    dialog.className = "r-dialog";
    dialog.setAttribute("aria-label", document.querySelector("[data-help]").textContent);
    dialog.append(document.adoptNode(keys));
    const close = keys.querySelector("[data-close]");
    close.hidden = false;
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
  }

  const keys = {
    "/": () => document.getElementById("q")?.focus(),
    j: () => walk(1), k: () => walk(-1), x: mark, "?": help,
  };

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") { leave(); return; }
    if (event.key === "F6") { event.preventDefault(); pane(event.shiftKey); return; }
    if (typing(event.target)) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.timeStamp - gone < 1500 && floors[event.key]) {
      gone = 0;
      document.querySelector(`[data-floor=${floors[event.key]}]`)?.click();
      return;
    }
    gone = event.key === "g" ? event.timeStamp : 0;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
    else if ("nrm.".includes(event.key) && use(event.key)) event.preventDefault();
  });

  /* ---- Alt and a figure: what a contact becomes, while one types too ---- */
  document.addEventListener("keydown", event => {
    const figure = event.altKey && !event.ctrlKey && !event.metaKey && /^Digit(\d)$/.exec(event.code);
    const button = figure && all(`[accesskey="${figure[1]}"]`).find(shown);
    if (!button) return;
    event.preventDefault();
    button.click();
  });

  /* ---- menus close when one looks elsewhere ---- */
  document.addEventListener("click", event => {
    all("details[open]:is(.r-menu,.r-reck)").forEach(details => {
      if (!details.contains(event.target)) details.open = false;
    });
    if (event.target.closest?.("[data-help]")) { event.preventDefault(); help(); }
  });

  /* ---- a notice leaves after ten seconds, not while one points at it ---- */
  function pass(toast) {
    let timer;
    const start = () => { timer = setTimeout(() => toast.remove(), 10000); };
    const stop = () => clearTimeout(timer);
    toast.addEventListener("pointerenter", stop);
    toast.addEventListener("focusin", stop);
    toast.addEventListener("pointerleave", start);
    toast.addEventListener("focusout", start);
    start();
  }
  all("[data-toast]").forEach(pass);

  /* ---- clocks: only those owed round the clock carry their moment ---- */
  function duration(minutes) {
    const words = document.body.dataset;
    if (minutes < 60) return words.minutes.replace("{0}", Math.max(1, minutes));
    const hours = Math.floor(minutes / 60), rest = minutes % 60;
    return rest ? words.hoursminutes.replace("{0}", hours).replace("{1}", rest) : words.hours.replace("{0}", hours);
  }

  function tick() {
    all("[data-due]").forEach(span => {
      const left = Math.trunc((Date.parse(span.dataset.due) - Date.now()) / 60000);
      if (Math.abs(left) >= 48 * 60) return;
      const late = Date.parse(span.dataset.due) < Date.now();
      const text = document.body.dataset[late ? "over" : "left"].replace("{0}", duration(Math.abs(left)));
      if (span.textContent !== text) span.textContent = text;
      const chip = span.closest(".r-clock");
      if (late && chip.dataset.s !== "late") {
        chip.dataset.s = "late";
        const icon = chip.querySelector("use");
        icon.setAttribute("href", icon.getAttribute("href").replace(/#.*/, "#i-alert-triangle-f"));
        icon.closest("svg").classList.add("f");
        const said = document.createElement("p");
        said.className = "visually-hidden";
        said.textContent = chip.textContent;
        document.querySelector(".r-toasts")?.append(said);
      }
    });
  }
  if (document.body.dataset.minutes) setInterval(tick, 20000);

  /* ---- files dropped on a field's frame ---- */
  document.addEventListener("dragover", event => {
    const drop = event.target.closest?.("[data-drop]");
    if (drop) { event.preventDefault(); drop.classList.add("over"); }
  });
  document.addEventListener("dragleave", event => {
    const drop = event.target.closest?.("[data-drop]");
    if (drop && !drop.contains(event.relatedTarget)) drop.classList.remove("over");
  });
  document.addEventListener("drop", event => {
    const drop = event.target.closest?.("[data-drop]");
    const input = drop?.querySelector("input[type=file]");
    if (!input) return;
    event.preventDefault();
    drop.classList.remove("over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", {bubbles: true}));
  });
  function picked(input) {
    const said = input.closest("[data-drop]")?.querySelector("output");
    if (said) said.textContent = [...input.files].map(file => file.name).join(", ");
  }
  document.addEventListener("change", event => { if (event.target.matches("[type=file]")) picked(event.target); });
  all("[data-drop] [type=file]").forEach(picked);
})();
