#include "actions/place.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/describe_person.h"
#include "actions/people.h"
#include "actions/step.h"
#include "base/text.h"
#include "store/person_store.h"
#include "store/place_store.h"

namespace kith::actions {

using namespace core;

Result<Place> record_place(Work& work, Place place) {
    TRY(person_for(work.store, work.actor, Act::record_person, place.person));
    if (trim(place.text).empty() && place.postcode.empty())
        return refuse(Because::invalid, "text", "Say where it is, or “not known”.");
    std::vector<Place> rows;
    if (!place.from) place.from = work.today;
    for (Place& earlier : work.store.list<Place>("WHERE person = $1 AND kind = $2 AND until_date IS NULL ORDER BY id",
                                                 place.person, place.kind)) {
        earlier.until = std::max(earlier.from.value_or(*place.from), *place.from - std::chrono::days(1));
        ++earlier.version;
        rows.push_back(std::move(earlier));
    }
    place.id = work.new_id<PlaceId>();
    place.version = 1;
    rows.push_back(place);
    work.store.save(happened::place_recorded, place.person, rows);
    return place;
}

Result<Place> end_place(Work& work, const EndPlace& command) {
    auto place = work.store.find<Place>(command.place);
    if (!place) return no_such_record();
    TRY(person_for(work.store, work.actor, Act::record_person, place->person));
    if (place->version != command.version) return changed_meanwhile();
    if (place->until) return refuse(Because::conflict, "", "This place has ended already.");
    if (command.until > work.today)
        return refuse(Because::invalid, "until", "That day is still to come: record it when they have left.");
    if (place->from && command.until < *place->from)
        return refuse(Because::invalid, "until",
                      fmt::format("They are recorded there since {}: the last day cannot be before that.",
                                  long_date(*place->from)));
    place->until = command.until;
    ++place->version;
    work.store.save(happened::place_ended, place->person, *place);
    return *place;
}

static PlaceSecret secret_of(Work& work, const KeepPlaceSecret& command, PlaceId place) {
    return {.id = work.new_id<decltype(PlaceSecret::id)>(),
            .place = place,
            .not_known_to = command.not_known_to,
            .reason = command.reason,
            .set_by = work.actor.id,
            .set_at = work.now};
}

Result<PlaceSecret> keep_place_secret(Work& work, const KeepPlaceSecret& command) {
    auto place = work.store.find<Place>(command.place);
    if (!place) return no_such_record();
    TRY(person_for(work.store, work.actor, Act::keep_place_secret, place->person));
    if (trim(command.reason).empty())
        return refuse(Because::invalid, "reason", "Say why this place must not be known.");
    auto around = same_place_around(work.store, work.actor, *place);
    PlaceSecret secret = secret_of(work, command, command.place);
    work.store.save(happened::place_kept_secret, place->person, secret);
    for (PlaceId same : command.same) {
        auto there = std::ranges::find(around, same, [](const SamePlace& each) { return each.place.id; });
        if (there == around.end()) return no_such_record();
        work.store.save(happened::place_kept_secret, there->person.id, secret_of(work, command, same));
    }
    return secret;
}

static bool is_the_same(const Place& one, const Place& other) {
    auto known = [](const Place& place) { return fold(place.text + " " + place.postcode); };
    return one.id != other.id && !trim(one.text).empty() && known(one) == known(other);
}

std::vector<SamePlace> same_place_around(store::Reader& reader, const Actor& actor, const Place& place) {
    std::vector<SamePlace> same;
    for (Person& each : people_around(reader, actor, place.person)) {
        if (!person_for(reader, actor, Act::keep_place_secret, each.id)) continue;
        for (Place& other : reader.list<Place>("WHERE person = $1 AND until_date IS NULL ORDER BY id", each.id))
            if (is_the_same(place, other) && kept_from(reader, other.id).empty())
                same.push_back({each, std::move(other)});
    }
    return same;
}

std::vector<KeptFrom> kept_from(store::Reader& reader, PlaceId place) {
    std::vector<KeptFrom> kept;
    for (const PlaceSecret& each :
         reader.list<PlaceSecret>("WHERE place = $1 AND ended_at IS NULL ORDER BY set_at, id", place))
        kept.push_back(
            {each.not_known_to.is_nil() ? "everyone in the family" : name_of(reader, each.not_known_to), each.reason});
    return kept;
}

Result<Place> place_for(store::Reader& reader, const Actor& actor, Act act, PersonId person, PlaceId id) {
    TRY(person_for(reader, actor, act, person));
    auto place = reader.find<Place>(id);
    if (!place || place->person != person) return no_such_record();
    return *place;
}

std::vector<Person> people_around(store::Reader& reader, const Actor& actor, PersonId id) {
    std::vector<Person> people;
    auto add = [&](PersonId other) {
        bool known = other == id || std::ranges::find(people, other, &Person::id) != people.end();
        if (known) return;
        if (auto person = reader.find<Person>(other)) people.push_back(std::move(*person));
    };
    auto family_of = [&](PersonId child) {
        for (const Relation& relation : reader.list<Relation>("WHERE child = $1 ORDER BY id", child))
            add(relation.other);
    };
    family_of(id);
    for (const Relation& relation : reader.list<Relation>("WHERE other = $1 ORDER BY id", id)) {
        if (!child_for(reader, actor, Act::read_child, relation.child)) continue;
        add(relation.child);
        family_of(relation.child);
    }
    return people;
}

}  // namespace kith::actions
