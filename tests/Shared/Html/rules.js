// The rules of html-validate that the pages are held to; a warning counts as an error. What differs from its recommendations has its reason here.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // .NET's renderer closes each void element with a slash, which the standard allows.
    "void-style": "off",
    // Titles hold those of consultations and topics, whose whole words tell one tab from another.
    "long-title": "off",
    // Says nothing about the page; a form's fields and what people wrote bring theirs along.
    "no-trailing-whitespace": "off",
    // Our own files, whose names change with what is in them, need no second proof. Those of others would, and the content policy forbids them.
    "require-sri": ["error", { target: "crossorigin" }],
    // ARIA allows a name on lists and the like, and a reader who goes from list to list hears it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // The design system's links that look like buttons are called buttons.
    "prefer-native-element": ["error", { exclude: ["button"] }],
    // What stopped a form, and where to get help at once, come before the heading of the page. That there is one has a test of its own.
    "heading-level": ["error", { minInitialRank: "h2" }],
    // Boxes that are ticked are one answer with many values.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
  },
};
