#include "web/protection/other_children.h"

#include <algorithm>

#include "actions/children_together.h"

namespace kith::web {

using namespace core;

std::vector<Choice> other_children(Visit& visit, const actions::ChildRecord& record, const FormState& form) {
    std::vector<std::string> chosen = form.values("others");
    std::vector<Choice> others;
    auto offer = [&](const Person& child, const std::string& note) {
        std::string id = to_text(child.id);
        if (std::ranges::find(others, id, &Choice::value) != others.end()) return;
        visit.shown.push_back(child.id);
        others.push_back({.value = id,
                          .text = full_name(child),
                          .hint = note,
                          .checked = std::ranges::find(chosen, id) != chosen.end()});
    };
    for (const actions::KnownRelation& known : record.relations)
        if (known.relation.kind == RelationKind::sibling || known.relation.kind == RelationKind::half_sibling)
            offer(known.other, "");
    for (const actions::KnownRelation& known : record.relations) {
        bool is_parent = known.relation.kind == RelationKind::mother || known.relation.kind == RelationKind::father ||
                         known.relation.kind == RelationKind::parent;
        const std::optional<Date>& born = known.other.date_of_birth;
        if (is_parent && born && age_on(*born, visit.today) < 18)
            offer(known.other, "A parent under 18 is a child too");
    }
    auto together = actions::look(visit.service, [&](store::Reader& reader) {
        return actions::reported_together_with(reader, visit.actor, record.child.id);
    });
    for (const Person& each : together)
        offer(each, "Reported together; no relation is recorded");
    return others;
}

}  // namespace kith::web
