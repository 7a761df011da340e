// What a signed-in person typed and has not sent: kept at every submit that fails and, where scripts run, every few
// seconds; shown again in the form, wherever it is; listed in My work; discarded after asking.
//
// One mechanism for every form of staff: a form needs nothing but `{% include "layout/tokens.html" %}` inside it and
// perform_form (or send, answered) behind it. Its key is its route and the ids in its address (actions/draft.h); which
// fields it has, and which of them differ, is read from the page as it stands (rendered_form.h). Whether the writer may
// still read it is asked of that page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/components/record.h"
#include "web/layout/layout.h"
#include "web/rendered_form.h"
#include "web/routes/route.h"

namespace kith::web {

/// Keeps what the posted form carries as its owner's draft, when it is a form that can be kept. A refusal when it is
/// not kept.
Result<void> keep_typing(Visit& visit, core::StaffId owner);

/// The form's page as it is now, with what its reader has typed in its forms and a notice at the top; where somebody
/// else saved meanwhile, with both texts side by side.
http::Response with_kept_typing(const Visit& visit, http::Response page);

/// The answer to a form that somebody else was faster with: its page, as with_kept_typing, 409.
http::Response with_both_texts(Visit& visit, const Refusal& refusal);

/// A draft in the list of My work. Only those whose page the reader may still open.
struct UnsentForm {
    std::string what;   ///< "Sign off"
    std::string about;  ///< "Assessment: Amara Okafor"
    std::string href;
    std::string kept;  ///< "22 November 2026 at 2:04pm"
};
std::vector<UnsentForm> unsent_forms(Visit& visit);

/// One kept form, for the notice at the top of its page.
struct KeptNotice {
    std::string form;  ///< the heading over it
    std::string kept;
    std::string href;  ///< of the first field that differs, on this page
    std::string discard_href;
    std::string changed_by;  ///< "Sam Okoro on 22 November 2026 at 2:04pm", when somebody saved meanwhile
    bool changed_meanwhile = false;
    bool refused = false;  ///< it was sent just now and not saved
    bool no_form = false;  ///< the page has no such form any more
    std::vector<Difference> differences;
    std::vector<Difference> without_field;
};
SafeHtml kept_notices(const std::vector<KeptNotice>& notices);

struct DiscardDraftPage {
    Layout layout;
    std::string token;
    std::string address;  ///< of the form
    std::string back;
    std::string kept;
    std::vector<SummaryRow> typed;
};

RouteTable draft_routes();

}  // namespace kith::web
