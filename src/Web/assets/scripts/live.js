/**
 * Parts of a page that the server renders anew while somebody types: htmx, for GET alone, without anything that a strict content security
 * policy forbids. Where it does not run, the page's own buttons do the same.
 */
import htmx from "htmx.org";

Object.assign(htmx.config, { includeIndicatorStyles: false, allowEval: false, allowScriptTags: false, selfRequestsOnly: true, historyEnabled: false });
