// A duty worker at the front door, as the journeys of front door and family begin: signed in, with a call to write
// down.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/small_council.h"
#include "support/visitor.h"

namespace kith::tests {

inline constexpr std::string_view password = "correct horse battery";

/// Sam at the front door in the night, who is signed in.
class DutyWorker : public ::testing::Test {
  protected:
    DutyWorker() {
        council.let_in({council.night, council.manager, council.worker}, password);
        night.sign_in("sam", std::string(password));
    }

    /// Written down by the duty worker; the address of the contact.
    std::string record(const http::Form& told) {
        night.open("/contacts/new");
        http::Form form{{"go", "record"}, {"channel", "phone"}};
        for (const auto& [name, value] : told.entries())
            form.add(name, value);
        for (const char* name :
             {"heard_by", "received_at-day", "received_at-month", "received_at-year", "received_at-time"})
            if (!form.has(name)) form.add(name, shown(name));
        night.send("/contacts/new", form);
        std::string address = night.address();
        return address.substr(0, address.find('?'));
    }
    /// What the open form has in a field, or chosen in a list.
    std::string shown(const std::string& name) {
        if (name == "heard_by") return to_text(council.night.id);
        return night.find("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"");
    }
    std::string two_children() {
        return record({{"reporter", "professional"},
                       {"agency", "Moorside surgery"},
                       {"agency_role", "Practice nurse"},
                       {"reporter_name", "Asha Invented"},
                       {"worry", "Mum is very low and the children are not fed."},
                       {"child_count", "2"},
                       {"child-1-given_name", "Amara"},
                       {"child-1-family_name", "Okafor"},
                       {"child-2-given_name", "Kofi"},
                       {"child-2-family_name", "Okafor"}});
    }
    core::PersonId identify_as_new(const std::string& contact, const std::string& name) {
        night.open(contact);
        night.open(night.find("href=\"([^\"]*/children/[^\"]*)\">Search for " + name));
        night.send(night.address(), {{"person", "new"}});
        night.open(night.find("This is <a class=\"govuk-link\" href=\"(/children/[^\"]*)\">" + name));
        return *parse_id_as<core::PersonId>(night.address().substr(std::string("/children/").size()));
    }

    SmallCouncil council;
    web::App app{*council.service};
    Visitor night{app};
};

}  // namespace kith::tests
