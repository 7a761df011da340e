// A form as it goes to a page: what was typed, and every error at once beside its field.
//
// A form class reads text fields into a command through this, so that one pass collects all errors; the page then shows
// the same object again, with nothing lost.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/text.h"
#include "base/words.h"
#include "http/form.h"
#include "web/components/form.h"

namespace kith::web {

class FormState {
  public:
    FormState() = default;
    explicit FormState(http::Form typed) : typed_(std::move(typed)) {}

    /// As typed, for showing again.
    std::string value(std::string_view name) const { return std::string(typed_.get(name)); }
    std::vector<std::string> values(std::string_view name) const;
    std::string error(std::string_view name) const;
    bool has_errors() const { return !errors_.empty(); }
    /// Field and sentence, in the order found.
    const std::vector<std::pair<std::string, std::string>>& errors() const { return errors_; }
    std::vector<ErrorLink> error_links() const;
    const http::Form& typed() const { return typed_; }
    void set(std::string_view name, std::string_view value);

    void add_error(std::string_view name, std::string_view sentence);
    /// A refusal of the action lands beside its field, or at the top when it names none.
    void add(const Refusal& refusal) { add_error(refusal.field, refusal.sentence); }

    /// Cleaned text of at most `longest` characters; an error beside the field otherwise.
    std::string text(std::string_view name, std::size_t longest = 500);
    std::string long_text(std::string_view name) { return text(name, 50'000); }
    /// As `text`, with the sentence as an error when it is empty.
    std::string required_text(std::string_view name, std::string_view sentence, std::size_t longest = 500);

    /// "<name>-day", "-month", "-year": nothing when all are blank; an error names what is missing or impossible.
    std::optional<Date> date_of_a_life(std::string_view name);  ///< a birth, or since when somebody lived somewhere
    /// As that, of work that is recorded here: none of it is older than 1990.
    std::optional<Date> date(std::string_view name);
    std::optional<Date> required_date(std::string_view name, std::string_view sentence);

    /// The chosen word of an enum; `otherwise` when nothing is chosen, an error when the word is not one of them.
    template <HasWords E>
    E choice(std::string_view name, E otherwise) {
        if (value(name).empty()) return otherwise;
        if (auto parsed = parse_word<E>(value(name))) return *parsed;
        add_error(name, "Choose one of the answers.");
        return otherwise;
    }
    template <HasWords E>
    std::optional<E> required_choice(std::string_view name, std::string_view sentence) {
        auto parsed = parse_word<E>(value(name));
        if (!parsed) add_error(name, sentence);
        return parsed;
    }

  private:
    http::Form typed_;
    std::vector<std::pair<std::string, std::string>> errors_;
};

/// What a page's form carries unseen.
struct HiddenField {
    std::string name;
    std::string value;
};

}  // namespace kith::web
