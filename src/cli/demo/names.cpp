#include "cli/demo/names.h"

namespace kith::cli {

using core::Channel;
using core::ReporterKind;

std::span<const GivenName> given_names() {
    static constexpr GivenName names[] = {
        {"Amara", true},   {"Bronwen", true}, {"Chidi", false},  {"Dilys", true},   {"Emeka", false},  {"Farida", true},
        {"Gethin", false}, {"Hana", true},    {"Ismail", false}, {"Jaya", true},    {"Kofi", false},   {"Leila", true},
        {"Marek", false},  {"Nia", true},     {"Oskar", false},  {"Parveen", true}, {"Rafal", false},  {"Sorcha", true},
        {"Tariq", false},  {"Una", true},     {"Viktor", false}, {"Wren", true},    {"Xenia", true},   {"Yusuf", false},
        {"Zofia", true},   {"Alfie", false},  {"Betsy", true},   {"Callum", false}, {"Daisy", true},   {"Ewan", false},
        {"Freya", true},   {"Harvey", false}, {"Imogen", true},  {"Jakub", false},  {"Kezia", true},   {"Liam", false},
        {"Mabel", true},   {"Noah", false},   {"Orla", true},    {"Pavel", false},  {"Quincy", false}, {"Rosie", true},
        {"Sunil", false},  {"Tess", true},    {"Umar", false},   {"Verity", true},  {"Wilf", false},   {"Yara", true},
        {"Zain", false},   {"Anjali", true},  {"Bao", false},    {"Chloe", true},   {"Dev", false},    {"Esme", true},
        {"Femi", false},   {"Grace", true},   {"Hamza", false},  {"Ivy", true},     {"Joss", false},   {"Kaya", true},
    };
    return names;
}

std::span<const std::string_view> family_names() {
    static constexpr std::string_view names[] = {
        "Abara",     "Ashgrove",   "Bakare",   "Birchall",   "Bielak",      "Chaudhri", "Coldwell", "Darzi",
        "Dunmore",   "Ekwueme",    "Elsworth", "Fairclough", "Farooqi",     "Gwilliam", "Garnett",  "Halloran",
        "Hossain",   "Igwe",       "Inchbold", "Jankowiak",  "Jarrold",     "Kamara",   "Kestle",   "Lakhani",
        "Larkham",   "Mbeki-Lowe", "Merrow",   "Nadkarni",   "Netherby",    "Obasi",    "Orrell",   "Pallister",
        "Petrenko",  "Quarmby",    "Qureshi",  "Rahmani",    "Ravensdale",  "Sandhu",   "Selwood",  "Szymczak",
        "Tanqueray", "Tesfaye",    "Uddin",    "Underhay",   "Vantongeren", "Varley",   "Wadekar",  "Whinfell",
        "Xiong",     "Yarwood",    "Yilmaz",   "Zabel",      "Zielak",      "Penhale",  "Ocansey",  "Trevanion",
        "Morcombe",  "Gill-Ames",  "Adeleke",  "Bracewell",
    };
    return names;
}

std::span<const std::string_view> streets() {
    static constexpr std::string_view names[] = {
        "Heron Walk",   "Saltmarsh Road",  "Tanner's Row", "Kingfisher Close", "Old Mill Lane", "Beacon Terrace",
        "Orchard Bank", "Ferryman Street", "Larch Avenue", "Copperfield Way",  "Quarry Rise",   "Damson Court",
    };
    return names;
}

std::span<const std::string_view> schools() {
    static constexpr std::string_view names[] = {
        "Hartmere Green Primary School", "Riverside Infants",     "St Brannoc's Primary School",
        "Beacon Hill Academy",           "Larchwood High School", "Saltmarsh Community College",
    };
    return names;
}

std::span<const std::string_view> ethnicities() {
    static constexpr std::string_view codes[] = {"WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI",
                                                 "WIRI", "WOTH", "MWBC", "MWAS", "AIND", "APKN",
                                                 "ABAN", "BCRB", "BAFR", "CHNE", "OOTH", "NOBT"};
    return codes;
}

std::span<const Worry> worries() {
    using R = ReporterKind;
    using C = Channel;
    static constexpr Worry all[] = {
        {R::professional, C::police_system, "Police", "Constable", "police",
         "We were called to the home late last night. The adults had been shouting and a door was broken. The children "
         "were awake upstairs.",
         "A grandmother comes most days.", "3B"},
        {R::professional, C::police_system, "Police", "Neighbourhood officer", "police",
         "Found playing near the main road at nine in the evening with nobody older. Taken home; an adult was there.",
         "", "16A"},
        {R::professional, C::web, "Hartmere Green Primary School", "Safeguarding lead", "school",
         "Comes without breakfast or a coat, and is often tired. Mum says money is very short since she lost her job.",
         "Breakfast club three days a week.", "16A"},
        {R::professional, C::web, "Beacon Hill Academy", "Head of year", "school",
         "Has told a friend that they cut their arms. We have spoken to them and to Dad, who was upset and wants help.",
         "The school counsellor sees them weekly.", "4A"},
        {R::professional, C::phone, "Larchwood High School", "Safeguarding lead", "school",
         "Missed school eleven times this month and was seen getting into a car with older people.", "", "11A"},
        {R::professional, C::phone, "Riverside health visiting", "Health visitor", "health_visitor",
         "Baby has not put on weight for three weeks and two appointments were missed. Mother is very low.",
         "An aunt lives nearby.", "4B"},
        {R::professional, C::email, "Riverside surgery", "GP", "gp",
         "Mother tells me she drinks most evenings once the children are in bed. She asked what help there is.", "",
         "1B"},
        {R::professional, C::phone, "Hartmere hospital", "Nurse in A&E", "accident_and_emergency",
         "A bruise on the arm that the account given does not explain well. Seen by a paediatrician, photographs "
         "taken.",
         "", "18C"},
        {R::professional, C::email, "Hartmere Homes", "Housing officer", "housing",
         "The flat has no working heating and there is mould in the children's room. Notice has been given for "
         "arrears.",
         "", "16A"},
        {R::relative, C::phone, "", "", "family",
         "I am the gran. They are left with a neighbour most nights and the little one cries when it is time to go "
         "home.",
         "I have them at weekends.", "16A"},
        {R::member_of_public, C::web, "", "", "anonymous",
         "I live below. I hear shouting at the children every day and somebody being hit, I think.", "", "18C"},
        {R::parent_or_carer, C::phone, "", "", "self",
         "I am on my own with them and I cannot cope with his meltdowns any more. I need somebody to help us.",
         "His teacher is kind.", "5A"},
        {R::parent_or_carer, C::web, "", "", "self",
         "My ex keeps coming round and threatening me in front of the kids. I have moved but I am frightened.", "",
         "3B"},
        {R::child, C::web, "", "", "self",
         "Things are bad at home and I do not want to go back tonight. Please do not tell my stepdad I wrote this.",
         "My sister.", "18C"},
    };
    return all;
}

}  // namespace kith::cli
