#include "core/place_in_text.h"

#include <gtest/gtest.h>

namespace kith::core {

static Place at(std::string text, std::string postcode = "") {
    Place place;
    place.text = std::move(text);
    place.postcode = std::move(postcode);
    return place;
}

TEST(PlaceInText, a_postcode_is_found_however_it_is_typed_and_only_whole) {
    Place home = at("12 Quillfeather Passage, Ottersby", "ZX9 4QD");
    for (const char* text :
         {"They moved to ZX9 4QD.", "zx94qd", "Post to ZX9-4QD, please", "(Zx9\n4qd)", "Z X 9 4 Q D"})
        EXPECT_EQ(place_in_text(SearchedText(text), home), "ZX9 4QD") << text;
    for (const char* text : {"", "ZX9 4Q", "AZX9 4QD", "ZX9 4QDE", "ZX9 is large", "4QD ZX9"})
        EXPECT_EQ(place_in_text(SearchedText(text), home), std::nullopt) << text;
}

struct Written {
    const char* address;
    const char* text;
    bool found;
};
// The line that tells where it is, with its usual short forms; and words that are alike, or tell nothing.
constexpr Written written[] = {
    {"12 Quillfeather Lane, Ottersby", "Seen at 12, quillfeather lane on Monday", true},
    {"12 Quillfeather Lane, Ottersby", "Seen at 12 Quillfeather Ln.", true},
    {"12 Quillfeather Ln", "Seen at 12 QUILLFEATHER LANE", true},
    {"Flat 3, 12 Quillfeather Lane", "the flat at flat 3 12 Quillfeather lane", true},
    {"Flat 3, 12 Quillfeather Lane", "the house at 12 Quillfeather Lane", true},
    {"Ground floor flat 3 12 Quillfeather Lane", "the house at 12 Quillfeather Lane", true},
    {"St Ann’s School, Ottersby", "He goes to St. Anns School now", true},
    {"Rosebank, Mill Lane\nOttersby", "They stay at Rosebank (Mill Lane)", true},
    {"Quillfeather Refuge", "Mum rang from the Quillfeather Refuge.", true},
    {"12 Quillfeather Lane", "She has 12 quills and a feather", false},
    {"12 Quillfeather Lane", "112 Quillfeather Lane", false},
    {"12 Quillfeather Lane", "12 Quillfeather Lanes", false},
    {"Ottersby", "He likes Ottersby", false},
    {"Flat 3", "They rented flat 3", false},
    {"not known", "The father’s address is not known.", false},
    {"No fixed abode", "Dad has no fixed abode", false},
    {"", "anything", false},
};

TEST(PlaceInText, the_line_that_tells_where_it_is_is_found_and_nothing_that_is_only_alike) {
    for (const Written& each : written)
        EXPECT_EQ(place_in_text(SearchedText(each.text), at(each.address)).has_value(), each.found)
            << each.address << " in: " << each.text;
}

TEST(PlaceInText, what_is_said_to_the_writer_is_as_the_record_has_it) {
    EXPECT_EQ(place_in_text(SearchedText("12 quillfeather LN"), at("12 Quillfeather Lane, Ottersby", "ZX9 4QD")),
              "12 Quillfeather Lane");
}

}  // namespace kith::core
