// Which protected places of a family a text gives away, for the forms that people type into (web/place_in_text/).
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "actions/service.h"
#include "core/place_in_text.h"

namespace kith::actions {

/// A field, and what is typed in it.
using TypedText = std::pair<std::string, std::string>;

struct GivenAway {
    std::string field;
    std::string words;         ///< of the place, as recorded: "12 Mill Lane"
    std::string not_known_to;  ///< names: "Ray Birch, everyone in the family"
    core::PersonId person;     ///< whose place it is
};

/// The places that somebody must not know and that one of the texts repeats, whosever they are; each field and place
/// once. Ask belongs_to_family before anybody is told of them.
std::vector<GivenAway> places_in(store::Reader& reader, std::span<const TypedText> texts);

/// Whether the person is one of these, or of their families: relatives of the children, children of the adults and
/// their brothers and sisters.
bool belongs_to_family(store::Reader& reader, core::PersonId person, std::span<const core::PersonId> shown);

/// Notes on the timeline of the child whose place it is, or of the children of that adult, that a text of this record
/// repeats the place: beside the record, for whoever copies from it later. `why`: the reason given for sending it out
/// all the same; empty for a text that stays inside.
void note_place_in_text(Work& work, const GivenAway& given, std::string_view field_in_words, const std::string& why);

}  // namespace kith::actions
