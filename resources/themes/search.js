(() => {
"use strict";
const notes = "all notes";
const words = "all words";
const MOST = 50;
const AROUND = 90;

// Small letters without marks, each as long as before, so that places stay true.
const folded = (text) => text.replace(/[^\x00-\x7f]/gu, (letter) => {
    const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.slice(0, letter.length).padEnd(letter.length, "\u0000");
}).toLowerCase();

// A few letters grow when they are made small; then the text is looked through as it is.
const looked = (text) => {
    const plain = folded(text);
    return plain.length === text.length ? plain : text;
};

let known = null;
const learn = () => notes.map(([path, heading, about, tags, text]) => {
    const kept = { path, heading, about, tags, text, head: looked(heading), body: looked(text) };
    kept.rest = looked(`${about.join(" ")} ${tags.join(" ")}`);
    return kept;
});

const find = (said) => {
    known = known || learn();
    const wanted = looked(said).split(/\s+/).filter(Boolean);
    if (!wanted.length) return null;
    const found = known.filter((note) => wanted.every(
        (word) => note.head.includes(word) || note.rest.includes(word) || note.body.includes(word)));
    const inHead = (note) => wanted.every((word) => note.head.includes(word) || note.rest.includes(word));
    return { wanted, found: [...found.filter(inHead), ...found.filter((note) => !inHead(note))] };
};

const marked = (text, plain, wanted) => {
    const shown = document.createDocumentFragment();
    let at = 0;
    while (at < text.length) {
        let next = -1;
        let length = 0;
        for (const word of wanted) {
            const place = plain.indexOf(word, at);
            if (place >= 0 && (next < 0 || place < next)) [next, length] = [place, word.length];
        }
        if (next < 0) break;
        shown.append(text.slice(at, next));
        const mark = document.createElement("mark");
        mark.textContent = text.slice(next, next + length);
        shown.append(mark);
        at = next + length;
    }
    shown.append(text.slice(at));
    return shown;
};

// Where most of the words stand close together.
const place = (note, wanted) => {
    let best = 0;
    let most = 0;
    for (const word of wanted) {
        for (let at = note.body.indexOf(word), seen = 0; at >= 0 && seen < 20; seen += 1) {
            const near = note.body.slice(Math.max(0, at - AROUND), at + 2 * AROUND);
            const count = wanted.filter((other) => near.includes(other)).length;
            if (count > most) [best, most] = [at, count];
            at = note.body.indexOf(word, at + word.length);
        }
    }
    return best;
};

const around = (note, wanted) => {
    const first = place(note, wanted);
    let from = Math.max(0, first - AROUND);
    if (from) from = note.text.indexOf(" ", from) + 1 || from;
    if (from > first) from = first;
    let to = Math.min(note.text.length, first + 2 * AROUND);
    if (to < note.text.length) to = Math.max(note.text.lastIndexOf(" ", to), first + 1);
    const shown = marked(note.text.slice(from, to), note.body.slice(from, to), wanted);
    if (from) shown.prepend("…");
    if (to < note.text.length) shown.append("…");
    return shown;
};

const element = (name, kind, ...inside) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
};

const shown = (note, wanted) => {
    const link = element("a", "", marked(note.heading, note.head, wanted));
    link.href = `../${note.path}`;
    const facts = [...note.about, ...note.tags.map((tag) => `#${tag}`)].flatMap((fact, place, all) =>
        [element("span", "", place < all.length - 1 ? `${fact} ·` : fact), " "]);
    return element("li", "", element("article", "",
        element("h2", "", link),
        element("p", "wn-facts", ...facts),
        element("p", "wn-excerpt", around(note, wanted))));
};

const field = document.getElementById("wn-words");
const list = document.getElementById("wn-found");
const count = document.getElementById("wn-count");

const look = () => {
    const result = find(field.value);
    if (!result) {
        list.replaceChildren();
        count.textContent = "";
        return;
    }
    const { wanted, found } = result;
    list.replaceChildren(...found.slice(0, MOST).map((note) => shown(note, wanted)));
    const said = found.length === 0 ? words.none : found.length === 1 ? words.one
        : found.length > MOST ? words.most : words.many;
    count.textContent = said.replace("{count}", Math.min(found.length, MOST));
};

// The words stand in the address, so that the way back from a note leads to what was found.
const remembered = () => {
    try {
        return decodeURIComponent(location.hash.slice(1));
    } catch {
        return "";
    }
};
let waiting = 0;
field.addEventListener("input", () => {
    look();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
        history.replaceState(null, "", field.value ? `#${encodeURIComponent(field.value)}` : "#");
    }, 400);
});
field.value = remembered();
look();
field.focus();
})();
