// The parts of a page that a server sends late.
//
// React sends what takes it longer behind the rest of the page: `<div hidden id="S:n">…</div>`, and a script moves it
// to where `<template id="B:n">` (or `P:n`) keeps its place ("New Suspense SSR Architecture in React 18", reactwg
// discussion 37; react-dom/server writes the ids). A page kept as it was sent has whole articles there, hidden.
#pragma once

#include "indexer/html/tree.h"

namespace backfile {

// Puts each part where its template stands, shown; one without a template is shown where it is. A page whose parts hold
// each other's templates stays as it is.
void place_streamed_parts(HtmlTree& tree);

}  // namespace backfile
