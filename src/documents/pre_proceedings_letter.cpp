// The letter before proceedings: to each parent, while there is time to change what worries us.
#include <fmt/format.h>

#include "documents/letter_words.h"

namespace kith::documents {

using namespace core;

static LetterSection what_happens_next(const PreProceedings& about) {
    LetterSection section{"What happens next", {"We meet you and talk about it. Bring a lawyer or a friend."}};
    if (about.meeting_offered == Answer::yes)
        section.paragraphs.push_back(
            "Your family can hold a meeting of its own and make a plan. We help you to set it up. Tell us if you want "
            "it.");
    section.paragraphs.push_back("If enough changes, there is no court. Only a court can decide where a child lives.");
    return section;
}

static LetterSection get_a_lawyer(const PreProceedings& about) {
    return {"Get a lawyer now",
            {"Show this letter to a lawyer. A lawyer tells you what your rights are.",
             said_of("Where you find one, and who pays", about.lawyers)}};
}

Letter letter(const Envelope& envelope, const PreProceedingsLetter& about) {
    const PreProceedings& of = about.pre_proceedings;
    Letter written{LetterKind::before_proceedings, "A letter before we think of going to court", {}};
    written.sections = {
        {"Why we write",
         {fmt::format("We are very worried about {}. We think of asking a court to decide what is safe. This letter "
                      "says why, and what you can do so that it does not come to that.",
                      child_is(envelope)),
          said_of("What worries us", of.concerns)}},
        {"What help you have had", {said_of("Help up to now", of.help_given)}},
        {"What must change", {said_of("What must change, and by when", of.must_change)}},
        what_happens_next(of),
        get_a_lawyer(of),
        by_when(envelope, "We decide what comes next", envelope.by_when),
        who_decided(about.decided_by, "a manager", from_london(of.decided_on, std::chrono::hours(12)),
                    "What worries us is at the start of this letter."),
        if_you_do_not_agree(envelope),
        who_can_help(envelope),
    };
    return written;
}

}  // namespace kith::documents
