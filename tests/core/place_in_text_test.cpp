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

TEST(PlaceInText, the_line_that_tells_where_it_is_is_found_with_its_usual_short_forms) {
    for (const auto& [address, text] : {
             std::pair{"12 Quillfeather Lane, Ottersby", "Seen at 12, quillfeather lane on Monday"},
             std::pair{"12 Quillfeather Lane, Ottersby", "Seen at 12 Quillfeather Ln."},
             std::pair{"12 Quillfeather Ln", "Seen at 12 QUILLFEATHER LANE"},
             std::pair{"Flat 3, 12 Quillfeather Lane", "the flat at flat 3 12 Quillfeather lane"},
             std::pair{"Flat 3, 12 Quillfeather Lane", "the house at 12 Quillfeather Lane"},
             std::pair{"Ground floor flat 3 12 Quillfeather Lane", "the house at 12 Quillfeather Lane"},
             std::pair{"St Ann’s School, Ottersby", "He goes to St. Anns School now"},
             std::pair{"Rosebank, Mill Lane\nOttersby", "They stay at Rosebank (Mill Lane)"},
             std::pair{"Quillfeather Refuge", "Mum rang from the Quillfeather Refuge."},
         })
        EXPECT_NE(place_in_text(SearchedText(text), at(address)), std::nullopt) << address << " in: " << text;
}

TEST(PlaceInText, words_that_are_alike_or_tell_nothing_are_not_taken_for_it) {
    for (const auto& [address, text] : {
             std::pair{"12 Quillfeather Lane", "She has 12 quills and a feather"},
             std::pair{"12 Quillfeather Lane", "112 Quillfeather Lane"},
             std::pair{"12 Quillfeather Lane", "12 Quillfeather Lanes"},
             std::pair{"Ottersby", "He likes Ottersby"},
             std::pair{"Flat 3", "They rented flat 3"},
             std::pair{"not known", "The father’s address is not known."},
             std::pair{"No fixed abode", "Dad has no fixed abode"},
             std::pair{"", "anything"},
         })
        EXPECT_EQ(place_in_text(SearchedText(text), at(address)), std::nullopt) << address << " in: " << text;
}

TEST(PlaceInText, what_is_said_to_the_writer_is_as_the_record_has_it) {
    EXPECT_EQ(place_in_text(SearchedText("12 quillfeather LN"), at("12 Quillfeather Lane, Ottersby", "ZX9 4QD")),
              "12 Quillfeather Lane");
}

}  // namespace kith::core
