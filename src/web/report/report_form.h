// The public form: anyone tells of a worry about a child, without an account and without JavaScript.
//
// It is asked in a few short pages. Nothing is kept until it is sent: what was typed travels in the pages themselves,
// in hidden fields, so nothing stays on the device or the server, nothing can be resumed, and Back goes blank.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/receive_contact.h"
#include "web/form_state.h"

namespace kith::web {

enum class ReportStep { about, children, worry, you, check };

/// What each kind of reporter is asked, in words that suit them.
struct ReportWords {
    std::string children_title;
    std::string worry_title;
    std::string worry_hint;
    std::string helps_label;
    std::string you_title;
    std::string you_hint;
};
ReportWords report_words(core::ReporterKind kind);

class ReportForm {
  public:
    ReportForm(http::Form typed, Date today);

    FormState& state() { return state_; }
    const FormState& state() const { return state_; }
    core::ReporterKind reporter() const;
    std::size_t child_count() const;  ///< 1 to 12
    void add_child();
    void remove_child(std::size_t number);
    /// As told; what cannot be understood is an error beside its field.
    core::ContactChild child(std::size_t number);

    /// Checks the fields of one step, or of all; errors stay in state().
    void check(ReportStep step);
    std::optional<ReportStep> first_step_in_error();

    /// What it says, as a command. Only after every step was checked.
    actions::ReceiveContact command();

    /// All that was typed except this step's own fields, to be carried unseen.
    std::vector<HiddenField> carried(ReportStep step) const;

  private:
    FormState state_;
    Date today_;
};

}  // namespace kith::web

template <>
struct kith::Words<kith::web::ReportStep> {
    using S = kith::web::ReportStep;
    static constexpr std::array all{Word{S::about, "about"sv}, Word{S::children, "children"sv},
                                    Word{S::worry, "worry"sv}, Word{S::you, "you"sv}, Word{S::check, "check"sv}};
};
