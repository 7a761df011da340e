#include "actions/place_in_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/child_record.h"
#include "actions/timeline.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/process_store.h"

namespace kith::actions {

using namespace core;

namespace {

std::string names_of(store::Reader& reader, const Place& place) {
    std::string names;
    for (const KnownPlace& known : known_places(reader, place.person))
        if (known.place.id == place.id)
            for (const std::string& name : known.not_known_to)
                names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::vector<PersonId> children_of(store::Reader& reader, PersonId person) {
    std::vector<PersonId> children;
    for (const Relation& relation : reader.list<Relation>("WHERE other = $1 ORDER BY id", person))
        if (relation.kind != RelationKind::sibling && relation.kind != RelationKind::half_sibling)
            children.push_back(relation.child);
    if (children.empty()) children.push_back(person);
    return children;
}

}  // namespace

std::vector<GivenAway> places_in(store::Reader& reader, std::span<const TypedText> texts) {
    std::vector<SearchedText> searched;
    for (const TypedText& each : texts)
        searched.emplace_back(each.second);
    std::vector<GivenAway> found;
    for (const Place& place : reader.list<Place>(
             "WHERE until_date IS NULL AND id IN (SELECT place FROM place_secret WHERE ended_at IS NULL) ORDER BY id"))
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (auto words = place_in_text(searched[i], place))
                found.push_back({texts[i].first, *words, names_of(reader, place), place.person});
    return found;
}

bool belongs_to_family(store::Reader& reader, PersonId person, std::span<const PersonId> shown) {
    auto is_shown = [&](PersonId id) { return std::ranges::find(shown, id) != shown.end(); };
    if (is_shown(person)) return true;
    for (PersonId child : children_of(reader, person)) {
        if (is_shown(child)) return true;
        for (const Relation& relation : reader.list<Relation>("WHERE child = $1 ORDER BY id", child))
            if (is_shown(relation.other)) return true;
    }
    return false;
}

void note_place_in_text(Work& work, const GivenAway& given, std::string_view field_in_words, const std::string& why) {
    for (PersonId child : children_of(work.store, given.person)) {
        Happened entry{.child = child,
                       .at = work.now,
                       .about = RecordKind::person,
                       .record = child,
                       .kind = happened::timeline_noted.name,
                       .title = why.empty() ? "A text repeats a place that somebody must not know"
                                            : "A text that goes out repeats a place that somebody must not know",
                       .text = fmt::format("In “{}”. Must not be known to {}.", field_in_words, given.not_known_to)};
        if (!why.empty()) entry.text += " Sent out all the same: " + why;
        work.store.save(happened::timeline_noted, child, timeline_entry(work, std::move(entry)));
    }
}

}  // namespace kith::actions
