// A draft: what a signed-in person has typed into a form and not sent. Kept beside the record, never journalled, seen
// by its writer only; sending the form deletes it in the same transaction (forget_draft), and it goes after 90 days.
//
// Not here: whether the writer may still read what it is about. That is asked of the page that shows the form, at the
// moment of reading (web/draft/); where the page is refused, the draft stays hidden until it is not.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actions/service.h"

namespace kith::actions {

inline constexpr auto drafts_kept = std::chrono::hours(24 * 90);      ///< from the last time of typing
inline constexpr auto forms_remembered = std::chrono::hours(24 * 7);  ///< whose form it was, after its session ended
inline constexpr int most_drafts = 40;                                ///< of one person
inline constexpr std::size_t most_typed = 2'000'000;                  ///< bytes of one draft: the largest form there is

/// Which form: its route, and what stands for the route's "{…}" with "/" between.
struct FormKey {
    std::string form;
    std::string subject;

    bool operator==(const FormKey&) const = default;
};

/// Names and values in the order of the form.
using Typed = std::vector<std::pair<std::string, std::string>>;

struct KeptForm {
    FormKey key;
    std::string page;  ///< the address of the page that shows it
    Typed typed;
    Instant kept_at;
};

struct KeepDraft {
    FormKey key;
    std::string page;
    Typed typed;
    std::string form_token;  ///< of the rendered form: one that was sent already keeps nothing any more
};
/// Keeps it in place of what was kept of the same form. Refused: too many, too long, already sent.
Result<Instant> keep_draft(const Service& service, core::StaffId owner, const KeepDraft& command);

/// Within the action that sends the form.
void forget_draft(store::Writer& writer, core::StaffId owner, const FormKey& key);
Result<void> discard_draft(Work& work, const FormKey& key);

std::optional<KeptForm> kept_form(store::Reader& reader, core::StaffId owner, const FormKey& key);
/// Those of one page, whatever follows the "?" in its address.
std::vector<KeptForm> kept_on_page(store::Reader& reader, core::StaffId owner, const std::string& path);
/// All of a person, newest first.
std::vector<KeptForm> kept_by(store::Reader& reader, core::StaffId owner);

/// Whose form carries this token: that of a session which is open, or ended within `forms_remembered`. Nothing for a
/// disabled person, and for a token that no session of ours gave out.
std::optional<core::StaffId> owner_of_form(store::Reader& reader, const std::string& csrf, Instant now);

/// Deletes drafts and ended sessions that are too old. The minute's and the tick's.
void tidy_desk(store::Store& store, Instant now);

/// Who changed a record last, and when.
struct LastChange {
    std::string by;
    Instant at;
};
std::optional<LastChange> last_change(store::Reader& reader, const RawId& record);

}  // namespace kith::actions
