// What was brought over from another system's file instead of being recorded here: which file, which line, and what
// nobody can know from it. An inherited record says that something happened on a day. It never says why: it has no
// Decision, carries no reasons, names nobody, and meets no duty.
//
// This is *not* a twin's history (core/birth.h), which was recorded here and has its reasons.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "core/change.h"
#include "core/duty.h"
#include "core/ids.h"

namespace kith::core {

namespace happened {
/// Everything that one import brought of a child. Stands here so that core/change.h, which everybody reads, need not
/// know of imports.
inline constexpr ChangeKind child_inherited{"child inherited", RecordKind::person};
}  // namespace happened

/// One for each inherited record, by the record's own id.
struct Inherited {
    RawId record;
    PersonId child;
    RecordKind about = RecordKind::person;
    std::string source;               ///< the file's name
    int line = 0;                     ///< where it stands in the file, from 1
    std::string not_known;            ///< "Reasons": "… are not known" follows
    std::optional<int> plans_before;  ///< child protection plans: earlier plans, as the file counts them
    Instant brought_at;
    std::optional<int> review_meetings = {};  ///< pre-proceedings: meetings after the first, whose days are in no file
};

/// "Brought over from cin-2026.xml, line 34. Reasons are not known."
std::string in_words(const Inherited& inherited);

/// For a duty whose day had passed before it came here: "Brought over from cin-2026.xml, where its day had passed …".
/// It is to be done, and nobody here was late with it.
std::string came_overdue_in_words(std::string_view source);
/// That it is such a duty.
bool came_overdue(const OpenDuty& duty);

}  // namespace kith::core
