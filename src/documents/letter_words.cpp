#include "documents/letter_words.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kith::documents {

std::string child_is(const Envelope& envelope) {
    return envelope.to_the_child ? "you" : envelope.child;
}

std::string child_has(const Envelope& envelope) {
    return envelope.to_the_child ? "your" : envelope.child + "’s";
}

/// What somebody wrote, or that it is not known.
static std::string or_not_known(std::string_view text) {
    return trim(text).empty() ? "Not known." : std::string(trim(text));
}

std::string said_of(std::string_view what, std::string_view text) {
    return fmt::format("{}: {}", what, or_not_known(text));
}

std::string worker_or_team(const Envelope& envelope) {
    return envelope.worker.empty() ? "our team" : envelope.worker;
}

LetterSection by_when(const Envelope& envelope, std::string_view what, const std::optional<Date>& day) {
    if (day) return {"By when", {fmt::format("{} by {}.", what, weekday_and_date(*day))}};
    return {"By when", {fmt::format("The day is not known yet. Ask {}.", worker_or_team(envelope))}};
}

LetterSection who_decided(const std::string& name, std::string_view role, const std::optional<Instant>& at,
                          std::string_view reasons) {
    std::string when = at ? " on " + long_date(london_date(*at)) : "";
    std::string who = name.empty() ? fmt::format("It is not known who decided this{}.", when)
                                   : fmt::format("{}, {}, decided this{}.", name, role, when);
    return {"Who decided", {who, said_of("Why", reasons)}};
}

LetterSection if_you_do_not_agree(const Envelope& envelope) {
    return {"If you do not agree",
            {fmt::format("Tell {}, or ask to talk to a manager. You can ask us to look at it again.",
                         worker_or_team(envelope)),
             fmt::format("You can also make a complaint. Ring {}. It is free. We will not treat you worse for it.",
                         or_not_known(envelope.phone))}};
}

LetterSection if_you_do_not_agree_with_conference(const Envelope& envelope) {
    return {"If you do not agree",
            {fmt::format("Tell the person who led the meeting, or tell {}. What you say is written down.",
                         worker_or_team(envelope)),
             fmt::format("You can ask for the decision to be looked at again. Ring {} and ask how. What was decided "
                         "stands until then.",
                         or_not_known(envelope.phone))}};
}

static std::string worker_line(const Envelope& envelope) {
    if (envelope.worker.empty()) return "Nobody is named as your worker yet. Ring the number below.";
    if (envelope.worker_phone.empty()) return fmt::format("{} works with you.", envelope.worker);
    return fmt::format("{} works with you. Ring {}.", envelope.worker, envelope.worker_phone);
}

LetterSection who_can_help(const Envelope& envelope) {
    LetterSection section{
        "Who can help",
        {worker_line(envelope),
         fmt::format("{} children’s services: {}. In the evening, at night and at weekends: {}.", envelope.authority,
                     or_not_known(envelope.phone), or_not_known(envelope.out_of_hours_phone)),
         "Is somebody in danger now? Ring 999."}};
    for (const std::string& helpline : envelope.helplines)
        section.paragraphs.push_back(helpline);
    section.paragraphs.emplace_back(
        "You can bring a friend to any meeting. You can ask a solicitor what your rights are. A child can ask us for "
        "an "
        "advocate. That is somebody who speaks up for the child.");
    section.paragraphs.emplace_back(
        "Do you want this letter in another language, in large print, in braille or read out to you? Ask us. An "
        "interpreter costs you nothing.");
    return section;
}

}  // namespace kith::documents
