// Puts a note into the shell page. It runs in a world of its own, where the
// page's scripts, if any ever got in, cannot reach it.
"use strict";
globalThis.weeknotes = (() => {
    const place = (id) => document.getElementById(id);

    // A stand-in for a picture that is not in the note itself: nothing is fetched.
    const withoutRemotePictures = (body) => {
        for (const picture of body.querySelectorAll("img, picture, source")) {
            if (picture.localName === "img" && /^data:/i.test(picture.getAttribute("src") ?? "")) {
                continue;
            }
            const words = document.createElement("span");
            words.className = "wn-missing-picture";
            words.textContent = picture.getAttribute("alt") || "Picture";
            picture.replaceWith(words);
        }
        return body;
    };

    const blocks = (parent) => [...parent.childNodes].filter(
        (node) => node.nodeType === Node.ELEMENT_NODE || node.nodeValue.trim() !== "");

    // Only the blocks between the first and the last that differ are replaced,
    // so the reader's place on the page stays.
    const replaceChanged = (old, parent, fresh) => {
        let first = 0;
        while (first < Math.min(old.length, fresh.length) && old[first].isEqualNode(fresh[first])) {
            first += 1;
        }
        let oldEnd = old.length;
        let end = fresh.length;
        while (oldEnd > first && end > first && old[oldEnd - 1].isEqualNode(fresh[end - 1])) {
            oldEnd -= 1;
            end -= 1;
        }
        const before = old[oldEnd] ?? null;
        for (const node of old.slice(first, oldEnd)) {
            node.remove();
        }
        for (const node of fresh.slice(first, end)) {
            parent.insertBefore(node, before);
        }
        return end - first;
    };

    const write = (id, text) => {
        if (place(id).textContent !== text) {
            place(id).textContent = text;
        }
    };

    // Returns how many blocks were put in.
    const show = (state) => {
        document.documentElement.dataset.theme = state.theme;
        write("title", state.title);
        write("facts", state.facts);
        // What stands in a template is inert: it runs nothing and fetches nothing.
        const template = document.createElement("template");
        template.innerHTML = state.body;
        const body = place("body");
        const fresh = blocks(withoutRemotePictures(template.content));
        return replaceChanged(blocks(body), body, fresh.map((node) => document.importNode(node, true)));
    };

    return Object.freeze({ show });
})();
