// A child's history as practice allows it, made at random for RapidCheck: any way through the service, stopped
// anywhere.
#pragma once

#include <rapidcheck.h>

#include "support/history_builder.h"

namespace kith::test {

/// A child's way through the service, from day to day; it may stop anywhere.
class Walk {
  public:
    HistoryBuilder history;

    Walk() {
        history.it.child.pupil_number = "B801200005001";
        for (int episodes = up_to(3); episodes >= 0; --episodes)
            if (!episode()) return;
    }

  private:
    static int up_to(int most) { return *rc::gen::inRange(0, most + 1); }
    static bool perhaps() { return up_to(2) > 0; }
    std::string on() const { return iso(day_); }
    void pass(int least, int most) { day_ += std::chrono::days(least + up_to(most - least)); }
    void pass_to_weekday(int least, int most) {
        pass(least, most);
        while (std::chrono::weekday(day_) == std::chrono::Saturday || std::chrono::weekday(day_) == std::chrono::Sunday)
            day_ += std::chrono::days(1);
    }

    bool episode() {
        pass(1, 300);
        if (!perhaps()) {
            history.referred(on(), core::ReferralDecision::no_further_action);
            return true;
        }
        history.referred(on());
        if (perhaps() && !assess()) return false;
        if (perhaps() && !help()) return false;
        if (perhaps() && !protect()) return false;
        if (!perhaps()) return false;
        pass(1, 60);
        history.closed(on());
        return true;
    }
    bool assess() {
        pass(0, 5);
        std::string from = on();
        pass(0, 90);
        bool authorised = perhaps();
        history.assessed(from, authorised ? on() : "");
        pass(1, 20);
        return authorised;
    }
    bool help() {
        std::string from = on();
        pass(1, 400);
        bool ended = perhaps();
        history.helped(from, ended ? on() : "");
        return ended;
    }
    bool protect() {
        pass(1, 20);
        history.enquired(on());
        pass(1, 20);
        if (!perhaps()) return false;
        if (!perhaps()) {
            history.endorsed(on());
            return true;
        }
        history.endorsed(on(), core::AfterEnquiry::initial_conference);
        pass_to_weekday(1, 20);
        history.conferred(on());
        return !perhaps() || plan();
    }
    bool plan() {
        std::string from = on();
        bool ended = perhaps();
        std::size_t at = history.it.protection_plans.size();
        history.protected_from(from);
        for (int reviews = up_to(4); reviews >= 0; --reviews) {
            pass_to_weekday(80, 180);
            if (ended || reviews > 0) history.conferred(on(), core::ConferenceKind::review);
        }
        if (ended) history.it.protection_plans[at].plan.ended_on = day_;
        pass(1, 10);
        return ended;
    }

    Date day_ = *parse_date("2022-02-01");
};

}  // namespace kith::test
