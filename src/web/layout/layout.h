// What every page has around it. A page's view model has a member `Layout layout` and its template begins with
// `{% extends "layout/layout.html" %}`; blocks to fill: `main`, and if need be `before_main` (back link, breadcrumbs,
// identity bar) and `head`.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace kith::web {

enum class Audience {
    public_,  ///< anyone, no account: exit-this-page, nothing stays on the device
    family,   ///< parents, carers and young people: exit-this-page, neutral titles
    staff,    ///< signed in: who is signed in, navigation, printed-by line
};

struct NavigationItem {
    std::string text;
    std::string href;
    bool current = false;
};

struct Layout {
    std::string title;  ///< also what the heading says; "Error: " is put before it when `error`, " – Kith" after it
    Audience audience = Audience::public_;
    bool error = false;
    std::string nonce;                       ///< of this response's Content-Security-Policy
    std::string csrf;                        ///< for the sign-out form; empty when nobody is signed in
    std::string form_page;                   ///< the page that shows these forms; empty when nobody is signed in
    std::string signed_in_as;                ///< a person's name; empty when nobody is signed in
    std::vector<NavigationItem> navigation;  ///< empty: no navigation is shown
    std::string flash;                       ///< what was just done, as a notification banner; empty: none
    std::string news;                        ///< what was not done, and what to do now; empty: none
    bool saves_nothing = false;              ///< the database takes nothing: says so, and what to do, also in print
    std::string place;                       ///< the council's name, beside the product's; empty: not shown
    std::string home = "/";                  ///< where the product name leads
    std::string exit_to = "https://www.bbc.co.uk/weather";  ///< exit-this-page; not for staff
    /// "Printed by Sam Okoro on 22 November 2026 at 2:04pm": at the top of each print, with `marking`. Without a name
    /// on pages that need no sign-in; not shown when there is no time.
    std::string printed_by;
    std::string printed_at;
    std::string marking;  ///< "Official - sensitive" on a record's pages
    std::string language = "en";
};

}  // namespace kith::web
