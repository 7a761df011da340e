// People, families and places in the dataset: a passing and an edge case of each.
#include <algorithm>

#include "returns/ssd/dataset.h"

using namespace kith;
using namespace kith::tests;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(SafeguardingDatasetPerson, has_what_the_record_knows) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.local_number = "L123";
    history.it.child.former_pupil_number = "A012";
    Dataset made = built(history);
    EXPECT_EQ(made.only("ssd_person", "pers_person_id"), "L123");
    EXPECT_EQ(made.only("ssd_person", "pers_legacy_id"), "L123");
    EXPECT_EQ(made.only("ssd_person", "pers_sex"), "F");
    EXPECT_EQ(made.only("ssd_person", "pers_dob"), "2016-02-03 00:00:00.000");
    EXPECT_EQ(made.only("ssd_person", "pers_ethnicity"), "WBRI");
    EXPECT_EQ(made.only("ssd_person", "pers_is_mother"), "N");
    EXPECT_EQ(made.only("ssd_disability", "disa_disability_code"), "NONE");
    EXPECT_EQ(made.only("ssd_linked_identifiers", "link_identifier_value"), "A012");
}

TEST(SafeguardingDatasetPerson, is_unborn_without_a_date_of_birth) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.stage = Stage::unborn;
    history.it.child.date_of_birth.reset();
    history.it.child.expected_date = day("2026-12-24");
    history.it.child.ethnicity.clear();
    history.it.child.disabilities.clear();
    Dataset made = built(history);
    EXPECT_EQ(made.only("ssd_person", "pers_dob"), "-");
    EXPECT_EQ(made.only("ssd_person", "pers_expected_dob"), "2026-12-24 00:00:00.000");
    EXPECT_EQ(made.only("ssd_person", "pers_ethnicity"), "NOBT");
    EXPECT_THAT(made.of("ssd_disability"), IsEmpty());
}

TEST(SafeguardingDatasetPerson, never_has_an_nhs_number_that_nobody_traced) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.nhs_number = "9434765919";
    Dataset made = built(history);
    for (const ssd::Row& row : made.of("ssd_person"))
        EXPECT_THAT(row.cells(), Not(testing::Contains(ssd::Cell("9434765919"))));
}

TEST(SafeguardingDatasetPerson, has_a_key_of_its_own_where_two_people_have_one_number) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.local_number = "L123";
    ssd::Extract shared = extract();
    shared.shared_numbers = {"L123"};
    Dataset made = built(record(history), shared);
    EXPECT_THAT(made.only("ssd_person", "pers_person_id"), SizeIs(20));
    EXPECT_EQ(made.only("ssd_person", "pers_legacy_id"), "L123");
}

TEST(SafeguardingDatasetPerson, is_joined_to_a_mother_and_through_her_to_a_family) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    Person mother;
    mother.id = PersonId(RawId{{99}});
    mother.given_name = "Ngozi";
    mother.sex = Sex::female;
    child.mothers = {mother};
    child.relations.push_back({.id = Id<RelationTag>(RawId{{98}}),
                               .child = child.history.child.id,
                               .other = mother.id,
                               .kind = RelationKind::mother});
    ssd::Extract with_mother = extract();
    with_mother.mothers = {mother.id};
    Dataset made = built(child, with_mother);
    EXPECT_THAT(made.column("ssd_person", "pers_is_mother"), ElementsAre("N", "Y"));
    EXPECT_EQ(made.only("ssd_mother", "moth_childs_dob"), "2016-02-03 00:00:00.000");
    auto families = made.column("ssd_family", "fami_family_id");
    ASSERT_THAT(families, SizeIs(2));
    EXPECT_EQ(families[0], families[1]);
    expect_sound(made);
}

TEST(SafeguardingDatasetPerson, shares_a_family_with_a_brother_when_no_mother_is_known) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    child.history.child.id = PersonId(RawId{{42}});
    PersonId brother(RawId{{7}});
    child.relations.push_back({.child = child.history.child.id, .other = brother, .kind = RelationKind::sibling});
    EXPECT_EQ(built(child).only("ssd_family", "fami_family_id"), to_text(brother));
}

TEST(SafeguardingDatasetAddress, has_every_key_whatever_is_known) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    child.places = {home("14 Mill Lane\nEnborough", "EN4 5TT", 1), home("Moor Lane School", "EN4 1AA", 2)};
    child.places[1].kind = PlaceKind::school;
    Dataset made = built(child);
    EXPECT_EQ(made.only("ssd_address", "addr_address_json"),
              R"({"ROOM":"","FLOOR":"","FLAT":"","BUILDING":"","HOUSE":"","STREET":"14 Mill Lane Enborough",)"
              R"("TOWN":"","UPRN":"","EASTING":"","NORTHING":""})");
    EXPECT_EQ(made.only("ssd_address", "addr_address_postcode"), "EN45TT");
    EXPECT_EQ(made.only("ssd_address", "addr_address_start_date"), "2020-01-01 00:00:00.000");
    EXPECT_EQ(made.left_out, 0u);
}

TEST(SafeguardingDatasetAddress, is_left_out_where_it_or_one_like_it_must_stay_secret) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    Place secret = home("3 Quarry Cottages", "EN9 9QC", 1);
    child.places = {home("3, quarry cottages", "", 2), home("Quarry cottage three", "EN99QC", 3),
                    home("14 Mill Lane", "EN4 5TT", 4)};
    ssd::Extract hiding = extract();
    hiding.known_protected = ssd::place_keys(secret);
    std::ranges::sort(hiding.known_protected);
    Dataset made = built(child, hiding);
    EXPECT_EQ(made.only("ssd_address", "addr_address_postcode"), "EN45TT");
    EXPECT_EQ(made.left_out, 2u);
    hiding.protected_places = ssd::ProtectedPlaces::included;
    made = built(child, hiding);
    EXPECT_THAT(made.of("ssd_address"), SizeIs(3));
    EXPECT_EQ(made.left_out, 0u);
}

TEST(SafeguardingDatasetAddress, fits_its_column_however_long_it_is) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    std::string long_one;
    for (int i = 0; i < 1000; ++i)
        long_one += "é\"";
    child.places = {home(long_one, "EN4 5TT", 1)};
    EXPECT_LE(built(child).only("ssd_address", "addr_address_json").size(), 1000u);
}
