// Rules of Section47: enquiries and the initial child protection conference.
#include "returns/cin/rules/overlap.h"
#include "returns/cin/rules/rules.h"

namespace kith::returns::cin {

static constexpr std::string_view of_section47 = "The conference of Section47 is meant, not the one of CINdetails.";

/// No conference, and not said to need none.
static bool has_no_outcome(const Section47Enquiry& enquiry) {
    return !enquiry.conference.given() && !enquiry.conference_not_required.is_true();
}

static bool awaits_conference(const Section47Enquiry& enquiry) {
    return !enquiry.conference.given() && enquiry.conference_not_required.is_false();
}

static Stretch<Section47Enquiry> course_of(const Section47Enquiry& enquiry, const Window& year) {
    MaybeDate last = enquiry.conference.given() ? enquiry.conference.value
                     : has_no_outcome(enquiry)  ? year.end
                                                : std::nullopt;
    return {&enquiry, enquiry.start, last};
}

static const Rule rows[] = {
    {.code = "1104",
     .fields = "DateOfInitialCPC CINreferralDate",
     .says = "Initial conference before the referral of the episode.",
     .explain = "The initial child protection conference was held before the referral.",
     .doubt = of_section47,
     .enquiry =
         [](const Place& in, const Section47Enquiry& enquiry, Flags& flag) {
             if (before(enquiry.conference, in.episode.referral)) flag(enquiry.conference, in.episode.referral);
         }},

    {.code = "2884",
     .fields = "DateOfInitialCPC",
     .says = "A Section47 DateOfInitialCPC equals a CINdetails DateOfInitialCPC of the same child.",
     .explain =
         "The same conference is recorded twice: with the enquiry and with the episode. It belongs with the enquiry.",
     .doubt = "All episodes of the child are compared with each other.",
     .child =
         [](const Child& child, const Window&, Flags& flag) {
             for (const Episode& episode : child.episodes)
                 for (const Episode& other : child.episodes)
                     for (const Section47Enquiry& enquiry : other.enquiries)
                         if (same_day(episode.conference, enquiry.conference))
                             flag(episode.conference, enquiry.conference);
         }},

    {.code = "2889",
     .fields = "S47ActualStartDate CINreferralDate",
     .says = "Section 47 start before the referral of the episode.",
     .explain = "The section 47 enquiry started before the referral.",
     .enquiry =
         [](const Place& in, const Section47Enquiry& enquiry, Flags& flag) {
             if (before(enquiry.start, in.episode.referral)) flag(enquiry.start, in.episode.referral);
         }},

    {.code = "8615",
     .fields = "S47ActualStartDate DateOfInitialCPC",
     .says = "Initial conference present and (section 47 start absent or after the conference).",
     .explain =
         "The initial conference was held before the section 47 enquiry started, or the enquiry has no start date.",
     .enquiry =
         [](const Place&, const Section47Enquiry& enquiry, Flags& flag) {
             if (!enquiry.conference.given()) return;
             if (!enquiry.start.given() || after(enquiry.start, enquiry.conference))
                 flag(enquiry.start, enquiry.conference);
         }},

    {.code = "8675Q",
     .fields = "S47ActualStartDate DateOfInitialCPC ICPCnotRequired",
     .says = "No initial conference, ICPCnotRequired false, start before the reference date less 15 working days.",
     .explain =
         "More than 15 working days after the enquiry started there is no conference, and no word that none is needed.",
     .doubt = "The 15th working day strictly before the reference date; an open validator counts one day less.",
     .enquiry =
         [](const Place& in, const Section47Enquiry& enquiry, Flags& flag) {
             if (awaits_conference(enquiry) && before(enquiry.start, in.window.conferences_due))
                 flag(enquiry.start, enquiry.conference, enquiry.conference_not_required);
         }},

    {.code = "8715",
     .fields = "DateOfInitialCPC",
     .says = "DateOfInitialCPC outside the year.",
     .explain = "The initial child protection conference was not held in the census year.",
     .doubt = of_section47,
     .enquiry =
         [](const Place& in, const Section47Enquiry& enquiry, Flags& flag) {
             if (in.window.excludes(enquiry.conference)) flag(enquiry.conference);
         }},

    {.code = "8740",
     .fields = "S47ActualStartDate DateOfInitialCPC ICPCnotRequired",
     .says = "No initial conference, ICPCnotRequired false, start outside the year.",
     .explain = "An enquiry without a conference is only reported in the year that it started in.",
     .enquiry =
         [](const Place& in, const Section47Enquiry& enquiry, Flags& flag) {
             if (awaits_conference(enquiry) && in.window.excludes(enquiry.start))
                 flag(enquiry.start, enquiry.conference, enquiry.conference_not_required);
         }},

    {.code = "8839",
     .fields = "DateOfInitialCPC",
     .says = "More than one Section47 in an episode with no initial conference and ICPCnotRequired not true.",
     .explain = "More than one section 47 enquiry is open in this episode.",
     .episode =
         [](const Place&, const Episode& episode, Flags& flag) {
             flag_if_several(episode.enquiries, has_no_outcome,
                             [&](const Section47Enquiry& enquiry) { flag(enquiry.conference); });
         }},

    {.code = "8870Q",
     .fields = "InitialCPCtarget",
     .says = "InitialCPCtarget on a Saturday or Sunday.",
     .explain = "The target date of the conference is at a weekend. It is the 15th working day, so it cannot be.",
     .enquiry =
         [](const Place&, const Section47Enquiry& enquiry, Flags& flag) {
             if (on_weekend(enquiry.conference_target)) flag(enquiry.conference_target);
         }},

    {.code = "8875",
     .fields = "DateOfInitialCPC",
     .says = "DateOfInitialCPC on a Saturday or Sunday.",
     .explain = "The initial child protection conference is recorded at a weekend. Check the date.",
     .doubt = of_section47,
     .enquiry =
         [](const Place&, const Section47Enquiry& enquiry, Flags& flag) {
             if (on_weekend(enquiry.conference)) flag(enquiry.conference);
         }},

    {.code = "8890",
     .fields = "S47ActualStartDate DateOfInitialCPC",
     .says = "Two different Section47 a, b in an episode: a.start >= b.start and (a.start <= b's conference, or b has "
             "none, "
             "ICPCnotRequired not true, and a.start <= reference date).",
     .explain = "Two section 47 enquiries in one episode run at the same time.",
     .doubt = "Two identical rows are two enquiries and are compared.",
     .episode =
         [](const Place& in, const Episode& episode, Flags& flag) {
             std::vector<Stretch<Section47Enquiry>> courses;
             for (const Section47Enquiry& enquiry : episode.enquiries)
                 courses.push_back(course_of(enquiry, in.window));
             flag_overlaps(
                 courses, [&](const Section47Enquiry& a) { flag(a.start); },
                 [&](const Section47Enquiry& b) { flag(b.start, b.conference); });
         }},
};

std::span<const Rule> section47_rules() {
    return rows;
}

}  // namespace kith::returns::cin
