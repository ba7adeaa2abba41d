// The parts of a page that a server sends late.
//
// React sends what takes it longer behind the rest of the page: `<div hidden id="S:n">…</div>`, and a script moves it
// to where `<template id="B:m">` (or `P:n`) keeps its place ("New Suspense SSR Architecture in React 18", reactwg
// discussion 37; react-dom/server writes the ids). A page kept as it was sent has whole articles there, hidden.
#pragma once

#include "indexer/html/tree.h"

namespace backfile {

// Puts each part where its template stands, shown: the one that a script names ("$RC("B:m","S:n")"), else that of its
// number. One without a template is shown where it is, and so are all of a page whose parts hold each other's
// templates, or would stand deeper than kDeepest.
void place_streamed_parts(HtmlTree& tree);

}  // namespace backfile
