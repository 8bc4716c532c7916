// The page's address is the server's: queries and mutations go there by POST, subscriptions by a socket.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const server = new URL(location.pathname, location.href);
const socket = new URL(server);
socket.protocol = server.protocol === "https:" ? "wss:" : "ws:";

const fetcher = createGraphiQLFetcher({ url: server.href, subscriptionUrl: socket.href });
const examples = JSON.parse(document.getElementById("examples").textContent).map((query) => ({ query }));
const defaultTabs = examples.length > 0 ? examples : undefined;
createRoot(document.getElementById("ide")).render(createElement(GraphiQL, { fetcher, defaultTabs }));

// An editor is a section with a name, and types into a field without one.
new MutationObserver(() => {
  for (const editor of document.querySelectorAll(".CodeMirror")) {
    const name = editor.closest("[aria-label]")?.getAttribute("aria-label");
    if (name && editor.CodeMirror?.getOption("screenReaderLabel") !== name) editor.CodeMirror?.setOption("screenReaderLabel", name);
  }
}).observe(document.getElementById("ide"), { childList: true, subtree: true });
