// The minutes of a conference on its page.
#include <fmt/format.h>

#include "web/conference/conference_pages.h"

namespace kith::web {

using namespace core;

static std::vector<SummaryRow> minutes_of(const actions::ConferenceView& view) {
    const Conference& conference = view.record.conference;
    std::vector<SummaryRow> rows;
    if (!has_minutes(view.record)) return rows;
    bool of_one = view.children.size() == 1;
    if (!conference.minutes.empty()) rows.push_back(fact(of_one ? "What was said" : "About all", conference.minutes));
    for (std::size_t i = 0; i < view.children.size(); ++i)
        if (const std::string& alone = view.record.children[i].minutes; !alone.empty())
            rows.push_back(fact("About " + full_name(view.children[i]) + " alone", alone));
    if (conference.minutes_written_at)
        rows.push_back(fact("Written by", view.minutes_by + ", " + long_time(*conference.minutes_written_at)));
    if (conference.minutes_sent_on)
        rows.push_back(fact("Sent", fmt::format("{}, {}. To: {}", long_date(*conference.minutes_sent_on),
                                                conference.minutes_sent_how, conference.minutes_sent_to)));
    else if (view.minutes_due)
        rows.push_back(fact("To be sent by", weekday_and_date(*view.minutes_due)));
    return rows;
}

void fill_minutes(ConferencePage& page) {
    const Conference& conference = page.view.record.conference;
    bool was_held = page.held() || conference.state == ConferenceState::decided;
    page.minutes = minutes_of(page.view);
    page.minutes_version = actions::mark_of_minutes(page.view.record);
    page.may_minute = was_held && page.may_arrange && !conference.minutes_sent_on;
    page.may_send_minutes = page.may_minute && !page.minutes.empty() && conference.state == ConferenceState::decided;
    if (page.view.children.size() == 1) return;
    for (std::size_t i = 0; i < page.view.children.size(); ++i)
        page.minutes_alone.push_back(
            {.value = "minutes-" + to_text(page.view.record.children[i].id), .text = full_name(page.view.children[i])});
}

}  // namespace kith::web
