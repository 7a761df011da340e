#include "returns/cin/assemble.h"

#include <fmt/format.h>

#include "returns/cin/shape.h"

namespace kith::returns::cin {

enum class Assembler::Group : std::uint8_t {
    message,
    header,
    header_part,
    children,
    child,
    identifiers,
    characteristics,
    disabilities,
    details,
    assessment,
    factors,
    cin_plan,
    section47,
    protection_plan,
    reviews,
    pre_proceedings,
    passed_over,
    field,
};

namespace {

using Group = Assembler::Group;

struct Nesting {
    Group parent;
    std::string_view element;
    Group group;
};
constexpr Nesting nestings[] = {
    {Group::message, "Header", Group::header},
    {Group::message, "Children", Group::children},
    {Group::header, "CollectionDetails", Group::header_part},
    {Group::header, "Source", Group::header_part},
    {Group::header, "Content", Group::passed_over},  // files of years before 2022
    {Group::children, "Child", Group::child},
    {Group::child, "ChildIdentifiers", Group::identifiers},
    {Group::child, "ChildCharacteristics", Group::characteristics},
    {Group::child, "CINdetails", Group::details},
    {Group::characteristics, "Disabilities", Group::disabilities},
    {Group::details, "Assessments", Group::assessment},
    {Group::details, "CINPlanDates", Group::cin_plan},
    {Group::details, "Section47", Group::section47},
    {Group::details, "ChildProtectionPlans", Group::protection_plan},
    {Group::details, "PreProceedingsandFGDM", Group::pre_proceedings},
    {Group::assessment, "FactorsIdentifiedAtAssessment", Group::factors},
    {Group::protection_plan, "Reviews", Group::reviews},
};

constexpr std::size_t deepest = 16;
constexpr std::size_t longest_text = 4096;
constexpr std::size_t most_elements_in_a_child = 10'000;
constexpr std::size_t most_children = 5'000'000;

const Nesting* find_group(Group parent, std::string_view element) {
    for (const Nesting& nesting : nestings)
        if (nesting.parent == parent && nesting.element == element) return &nesting;
    return nullptr;
}

bool is_space(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// A name from a file, short enough to be shown.
std::string shown(std::string_view name) {
    return std::string(name.substr(0, 60));
}

}  // namespace

Assembler::Assembler(Receiver receiver) : receiver_(std::move(receiver)) {}

void Assembler::refuse(Line line, std::string why) {
    if (!refused_) refused_ = Unreadable{line, std::move(why)};
}

void Assembler::start(std::string_view element, Line line) {
    if (refused_) return;
    if (open_.empty()) return open_root(element, line);
    if (open_.size() >= deepest) return refuse(line, "Elements are nested too deeply for a census.");
    if (++elements_of_child_ > most_elements_in_a_child)
        return refuse(line, children_seen_ ? "One child has more elements than a census can hold."
                                           : "The header has more elements than a census can hold.");
    Group parent = open_.back();
    open_names_.push_back(shown(element));
    if (parent == Group::passed_over) {
        open_.push_back(Group::passed_over);
    } else if (const Nesting* nesting = find_group(parent, element)) {
        open_group(nesting->group, line);
    } else if (!open_field(parent, element, line) && !open_listed(parent, element, line)) {
        open_unknown(element, line);
    }
}

void Assembler::open_root(std::string_view element, Line line) {
    if (element != "Message")
        return refuse(line, fmt::format("The file begins with <{}>; a census begins with <Message>.", shown(element)));
    open_.push_back(Group::message);
    open_names_.emplace_back(element);
    place(header_, line);
}

template <class G>
void Assembler::place(G& group, Line line) {
    auto here = [line](Field& field) { field.line = line; };
    group.line = line;
    fields(group, here);
    if constexpr (requires { fields_after(group, here); }) fields_after(group, here);
}

std::vector<TextField>& Assembler::repeated() {
    return children_seen_ ? child_.repeated : header_.repeated;
}

bool Assembler::only_once(bool& seen, const char* parent, const char* element, Line line) {
    if (!seen) return seen = true;
    TextField again(parent, element);
    again.line = line;
    repeated().push_back(std::move(again));
    return false;
}

void Assembler::open_group(Group group, Line line) {
    auto add = [line](auto& list) {
        list.emplace_back();
        place(list.back(), line);
    };
    switch (group) {
        case Group::header:
            if (header_handed_over_) return refuse(line, "The Header must stand once, before the children.");
            if (!only_once(header_seen_, "Message", "Header", line))
                group = Group::passed_over;
            else
                place(header_, line);
            break;
        case Group::children:
            children_seen_ = true;
            hand_over_header();
            break;
        case Group::child:
            if (++children_ > most_children) return refuse(line, "The file has more children than a census can hold.");
            child_ = Child{};
            child_.line = line;
            elements_of_child_ = 0;
            identifiers_seen_ = characteristics_seen_ = false;
            place(child_.identifiers, line);
            place(child_.characteristics, line);
            break;
        case Group::identifiers:
            if (!only_once(identifiers_seen_, "Child", "ChildIdentifiers", line))
                group = Group::passed_over;
            else
                place(child_.identifiers, line);
            break;
        case Group::characteristics:
            if (!only_once(characteristics_seen_, "Child", "ChildCharacteristics", line))
                group = Group::passed_over;
            else
                place(child_.characteristics, line);
            break;
        case Group::details:
            add(child_.episodes);
            break;
        case Group::assessment:
            add(episode().assessments);
            break;
        case Group::cin_plan:
            add(episode().cin_plans);
            break;
        case Group::section47:
            add(episode().enquiries);
            break;
        case Group::protection_plan:
            add(episode().protection_plans);
            break;
        case Group::pre_proceedings:
            add(episode().pre_proceedings);
            break;
        case Group::reviews:
            episode().protection_plans.back().reviews.emplace_back();
            episode().protection_plans.back().reviews.back().line = line;
            break;
        default:
            break;
    }
    open_.push_back(group);
}

template <class F>
void Assembler::match_field(F& field, std::string_view element, Line line) {
    if (field_ || element != field.element) return;
    line_ = line;
    if (!field.text.empty()) {  // a second one: kept to be named, not read
        repeated().emplace_back(field.module, field.element);
        field_ = &repeated().back();
        read_ = [](Field&) {};
        return;
    }
    field_ = &field;
    read_ = [](Field& it) { static_cast<F&>(it).read(); };
}

template <class G>
bool Assembler::match(G& group, std::string_view element, Line line) {
    auto visit = [&](auto& field) { match_field(field, element, line); };
    fields(group, visit);
    if constexpr (requires { fields_after(group, visit); }) fields_after(group, visit);
    if (!field_) return false;
    open_.push_back(Group::field);
    text_.clear();
    return true;
}

bool Assembler::open_field(Group parent, std::string_view element, Line line) {
    switch (parent) {
        case Group::header:  // some files leave CollectionDetails and Source out
        case Group::header_part:
            return match(header_, element, line);
        case Group::identifiers:
            return match(child_.identifiers, element, line);
        case Group::characteristics:
            return match(child_.characteristics, element, line);
        case Group::details:
            return match(episode(), element, line);
        case Group::assessment:
            return match(episode().assessments.back(), element, line);
        case Group::cin_plan:
            return match(episode().cin_plans.back(), element, line);
        case Group::section47:
            return match(episode().enquiries.back(), element, line);
        case Group::protection_plan:
            return match(episode().protection_plans.back(), element, line);
        case Group::pre_proceedings:
            return match(episode().pre_proceedings.back(), element, line);
        default:
            return false;
    }
}

bool Assembler::open_listed(Group parent, std::string_view element, Line line) {
    if (parent == Group::disabilities && element == "Disability") {
        pending_ = TextField("Disabilities", "Disability");
        list_ = &child_.characteristics.disabilities;
        field_ = &pending_;
        read_ = [](Field&) {};
    } else if (parent == Group::factors && element == "AssessmentFactors") {
        pending_ = TextField("Assessments", "AssessmentFactors");
        list_ = &episode().assessments.back().factors;
        field_ = &pending_;
        read_ = [](Field&) {};
    } else if (parent == Group::reviews && element == "CPPreviewDate") {
        auto& dates = episode().protection_plans.back().reviews.back().dates;
        dates.emplace_back("Reviews", "CPPreviewDate");
        field_ = &dates.back();
        read_ = [](Field& it) { static_cast<DateField&>(it).read(); };
    } else {
        return false;
    }
    line_ = line;
    open_.push_back(Group::field);
    text_.clear();
    return true;
}

void Assembler::open_unknown(std::string_view element, Line line) {
    Group parent = open_.back();
    std::string within = open_names_.size() > 1 ? open_names_[open_names_.size() - 2] : std::string();
    open_.push_back(Group::passed_over);
    if (parent == Group::field)
        return refuse(line, fmt::format("<{}> stands inside the value of <{}>.", shown(element), within));
    receiver_.note(Note{line, shown(element), within});
}

void Assembler::text(std::string_view piece) {
    if (refused_ || open_.empty() || open_.back() != Group::field) return;
    if (text_.size() + piece.size() > longest_text)
        return refuse(line_,
                      fmt::format("The value of <{}> is longer than {} characters.", open_names_.back(), longest_text));
    text_.append(piece);
}

void Assembler::end() {
    if (refused_ || open_.empty()) return;
    Group group = open_.back();
    open_.pop_back();
    open_names_.pop_back();
    if (group == Group::field)
        close_field();
    else
        close_group(group);
}

void Assembler::close_field() {
    field_->line = line_;
    field_->text = is_space(text_) ? std::string() : text_;
    read_(*field_);
    if (list_ && !field_->text.empty()) list_->push_back(std::move(pending_));
    field_ = nullptr;
    list_ = nullptr;
}

void Assembler::close_group(Group group) {
    if (group == Group::child) {
        receiver_.child(child_);
        elements_of_child_ = 0;
    }
}

static bool is_cin(std::string_view collection) {
    collection = without_space(collection);
    return collection.size() == 3 && (collection[0] | 0x20) == 'c' && (collection[1] | 0x20) == 'i' &&
           (collection[2] | 0x20) == 'n';
}

void Assembler::hand_over_header() {
    if (header_handed_over_) return;
    header_handed_over_ = true;
    if (header_.collection.given() && !is_cin(header_.collection.text))
        return refuse(header_.collection.line,
                      fmt::format("The header says that this is the collection \"{}\", not CIN.",
                                  shown(header_.collection.text)));
    std::string why = receiver_.header(header_);
    if (!why.empty()) refuse(header_.line, std::move(why));
}

void Assembler::finish(Line line) {
    if (!refused_ && !children_seen_) refuse(line, "The file has no <Children>.");
}

}  // namespace kith::returns::cin
