// The parts that pages are made of: GOV.UK Frontend 6.6 and MOJ Frontend 11.1 markup, as functions of typed options.
//
// A header here declares what the .html file of its name draws, and templates call it: `{{ input({.name = "age", …})
// }}`. This header is all of them. It is for templates, which have every component at hand without asking for it; a
// view model includes the one header whose types it holds.
//
// - SafeHtml takes plain text too, and escapes it. Empty means: not shown.
// - `error` is the sentence shown at the field; the same sentence goes into the page's error summary.
// - `id` may be left out where there is a `name`: it is then the name. The summary links to "#" + id.
// - Headings of labels and legends: Heading::page_large makes the label the page's h1.
//
// What these do not cover of the original components is listed, with reasons, in
// tests/web/components_not_supported.txt.
#pragma once

#include "web/components/choices.h"
#include "web/components/form.h"
#include "web/components/message.h"
#include "web/components/navigation.h"
#include "web/components/record.h"
