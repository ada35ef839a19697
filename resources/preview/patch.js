// Puts a note into the shell page. It runs in a world of its own, where the
// page's scripts, if any ever got in, cannot reach it.
"use strict";
globalThis.weeknotes = (() => {
    const place = (id) => document.getElementById(id);

    const boxFor = (picture, why) => {
        const box = document.createElement("span");
        box.className = "wn-missing-picture";
        const words = picture.getAttribute("alt") || (why ? "" : "Picture");
        for (const [kind, text] of [["alt", words], ["why", why]]) {
            if (text) {
                const part = document.createElement("span");
                part.className = `wn-missing-${kind}`;
                part.textContent = text;
                box.append(part);
            }
        }
        return box;
    };

    // A stand-in for a picture that is not in the note itself: nothing is fetched.
    const withoutRemotePictures = (body) => {
        for (const picture of body.querySelectorAll("img, picture, source")) {
            const source = picture.getAttribute("src") ?? "";
            const kept = /^picture:([0-9a-f]{20})$/.exec(source);
            if (picture.localName === "img" && kept) {
                picture.setAttribute("src", `/picture/${kept[1]}`);
                continue;
            }
            if (picture.localName === "img" && /^data:/i.test(source)) {
                continue;
            }
            picture.replaceWith(boxFor(picture));
        }
        return body;
    };

    // Pictures that turn out to be missing or damaged become boxes as well. What a block
    // was before is kept, for it is that which the next text is compared with.
    const asItCame = new WeakMap();
    let gone = "";
    addEventListener("error", (event) => {
        const picture = event.target;
        if (picture.localName !== "img" || !place("body").contains(picture)) {
            return;
        }
        const box = boxFor(picture, gone);
        if (asItCame.has(picture)) {
            asItCame.set(box, asItCame.get(picture));
        }
        picture.replaceWith(box);
    }, true);

    const brought = (node) => {
        const shown = document.importNode(node, true);
        if (shown.localName === "img" || shown.querySelector?.("img")) {
            asItCame.set(shown, node);
        }
        return shown;
    };

    const same = (shown, fresh) => (asItCame.get(shown) ?? shown).isEqualNode(fresh);

    const blocks = (parent) => [...parent.childNodes].filter(
        (node) => node.nodeType === Node.ELEMENT_NODE || node.nodeValue.trim() !== "");

    // Only the blocks between the first and the last that differ are replaced,
    // so the reader's place on the page stays.
    const replaceChanged = (old, parent, fresh) => {
        let first = 0;
        while (first < Math.min(old.length, fresh.length) && same(old[first], fresh[first])) {
            first += 1;
        }
        let oldEnd = old.length;
        let end = fresh.length;
        while (oldEnd > first && end > first && same(old[oldEnd - 1], fresh[end - 1])) {
            oldEnd -= 1;
            end -= 1;
        }
        const before = old[oldEnd] ?? null;
        for (const node of old.slice(first, oldEnd)) {
            node.remove();
        }
        for (const node of fresh.slice(first, end)) {
            parent.insertBefore(brought(node), before);
        }
        return end - first;
    };

    const write = (id, text) => {
        if (place(id).textContent !== text) {
            place(id).textContent = text;
        }
    };

    // Which line of the source a block comes from. The list of blocks is that of
    // publishing/blocks.py; where the two do not agree, nothing is followed.
    const BLOCKS = "p, li, h2, h3, h4, h5, h6, pre, tr, dt, dd, figure, .wn-goals";
    let anchors = [];
    let lastLine = 0;
    const placeLines = (state) => {
        const found = [...place("body").querySelectorAll(BLOCKS)];
        const lines = found.length === (state.lines ?? []).length ? state.lines : [];
        anchors = [];
        lastLine = state.last_line ?? 0;
        lines.forEach((line, nth) => {
            found[nth].wnLine = line;
            if (line >= 0) {
                anchors.push([line, found[nth]]);
            }
        });
    };

    // Dots in the margin for what there is to look at; no part of what texts are compared by.
    const clearDots = () => {
        for (const dot of document.querySelectorAll(".wn-dot")) {
            dot.remove();
        }
    };
    const placeDots = (state) => {
        const found = [...place("body").querySelectorAll(BLOCKS)];
        const words = new Map();
        for (const [nth, message] of state.slips ?? []) {
            const block = nth < 0 ? place("title") : found[nth];
            if (block) {
                words.set(block, [...(words.get(block) ?? []), message]);
            }
        }
        for (const [block, messages] of words) {
            const dot = document.createElement("span");
            dot.className = "wn-dot";
            dot.setAttribute("role", "img");
            dot.title = messages.join("\n");
            dot.setAttribute("aria-label", messages.join(" "));
            (block.localName === "tr" ? block.firstElementChild ?? block : block).prepend(dot);
            const edge = place("title").closest("main").getBoundingClientRect().left;
            dot.style.left = `${edge - (dot.offsetParent?.getBoundingClientRect().left ?? 0) + 14}px`;
        }
    };

    const height = () => document.documentElement.scrollHeight;
    const farthest = () => Math.max(0, height() - innerHeight);

    // Lines and where they stand, both growing; footnotes, which stand at the
    // end and come from anywhere, only where they fit in.
    const stops = () => {
        const all = [[-1, 0]];
        for (const [line, block] of anchors) {
            const y = block.getBoundingClientRect().top + scrollY;
            if (line > all.at(-1)[0] && y > all.at(-1)[1]) {
                all.push([line, y]);
            }
        }
        all.push([Math.max(lastLine, all.at(-1)[0] + 1), Math.max(height(), all.at(-1)[1] + 1)]);
        return all;
    };

    const between = (all, value, from, to) => {
        let nth = all.findIndex((stop) => stop[from] > value);
        nth = nth < 0 ? all.length - 1 : Math.max(nth, 1);
        const [before, after] = [all[nth - 1], all[nth]];
        const part = (value - before[from]) / (after[from] - before[from]);
        return before[to] + Math.min(Math.max(part, 0), 1) * (after[to] - before[to]);
    };

    // Where we have put the page ourselves; only what the reader does is told.
    let ours = null;
    let touched = -1000;
    const goTo = (y) => {
        const top = Math.round(Math.min(Math.max(y, 0), farthest()));
        // Where nothing moves, nothing will be heard of it.
        if (Math.abs(top - scrollY) >= 1) {
            ours = top;
            scrollTo({ top, behavior: "instant" });
        }
    };

    let caret = null;
    const showCaret = () => {
        const block = anchors.findLast(([line]) => line <= caret)?.[1];
        const exact = anchors.find(([line]) => line === caret)?.[1];
        const y = exact ? exact.getBoundingClientRect().top + scrollY
            : between(stops(), caret, 0, 1);
        const room = Math.min(block?.getBoundingClientRect().height ?? 0, innerHeight / 2);
        if (y < scrollY + 8 || y + Math.max(room, 24) > scrollY + innerHeight) {
            goTo(y - innerHeight / 3);
        }
    };

    // The text was scrolled so that ``line`` is its first; ``end`` where it cannot go further.
    const follow = (line, end) => {
        caret = null;
        if (anchors.length > 0) {
            goTo(end ? farthest() : line <= 0 ? 0 : between(stops(), line, 0, 1));
        }
    };

    const followCaret = (line) => {
        caret = line;
        if (anchors.length > 0) {
            showCaret();
        }
    };

    const tell = (what) => console.info("weeknotes:" + JSON.stringify(what));

    for (const kind of ["wheel", "pointerdown", "keydown", "touchmove"]) {
        addEventListener(kind, () => { touched = performance.now(); }, { passive: true });
    }
    addEventListener("scroll", () => {
        const byUs = ours !== null && Math.abs(scrollY - ours) <= 1;
        ours = null;
        const byReader = !byUs && performance.now() - touched < 1500;
        if (byReader) {
            caret = null;
        }
        if (anchors.length > 0 && byReader) {
            const end = scrollY >= farthest() - 1;
            tell({ line: scrollY <= 0 ? 0 : between(stops(), scrollY, 1, 0), end });
        }
    }, { passive: true });
    addEventListener("click", (event) => {
        const words = getSelection().toString();
        if (words !== "" || event.target.closest("a, summary, button, input")) {
            return;
        }
        let block = event.target.closest(BLOCKS);
        while (block && !(block.wnLine >= 0)) {
            block = block.parentElement?.closest(BLOCKS);
        }
        if (block) {
            tell({ clicked: block.wnLine });
        }
    });

    // Returns how many blocks were put in.
    const show = (state) => {
        document.documentElement.dataset.theme = state.theme;
        clearDots();
        write("title", state.title);
        write("facts", state.facts);
        // What stands in a template is inert: it runs nothing and fetches nothing.
        const template = document.createElement("template");
        template.innerHTML = state.body;
        const body = place("body");
        const fresh = blocks(withoutRemotePictures(template.content));
        gone = state.gone ?? "";
        const put = replaceChanged(blocks(body), body, fresh);
        placeLines(state);
        placeDots(state);
        if (caret !== null && anchors.length > 0) {
            showCaret();
        }
        // The answer says that it is laid out, which of a large page takes the most time.
        height();
        return put;
    };

    return Object.freeze({ show, follow, followCaret });
})();
