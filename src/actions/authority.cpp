#include "actions/authority.h"

#include "base/text.h"
#include "core/identifiers.h"
#include "store/secrets.h"
#include "store/sign_in_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

AuthorityProfile authority_profile(store::Reader& reader) {
    if (auto profile = reader.list_first<AuthorityProfile>("ORDER BY id")) return std::move(*profile);
    return {.name = "Your council",
            .phone = "the council’s main number",
            .out_of_hours_phone = "the council’s main number",
            .opening_hours = "in office hours"};
}

Result<void> found_authority(const Service& service, AuthorityProfile profile) {
    store::Stamp stamp{{}, service.now()};
    TRY(service.store.found(stamp, profile.id, profile.name));
    return service.store.write(stamp, [&](store::Writer& writer) -> Result<void> {
        writer.save(happened::authority_described, profile.id, profile);
        return {};
    });
}

Result<void> describe_authority(Work& work, AuthorityProfile profile) {
    TRY(require(work.actor, Act::manage_staff));
    if (!profile.dfe_number.empty()) profile.dfe_number = TRY(authority_number(profile.dfe_number));
    work.store.save(happened::authority_described, profile.id, profile);
    return {};
}

Team record_team(Work& work, Team team) {
    if (team.id.is_nil()) team.id = work.new_id<TeamId>();
    work.store.save(happened::team_recorded, team.id, team);
    return team;
}

static constexpr std::size_t longest_sign_in_name = 100;  // as the page takes them
static constexpr std::size_t longest_line = 200, longest_password = 1'000;

static Result<std::string> one_line(std::string_view typed, std::string_view field, std::string sentence) {
    auto text = clean_text(trim(typed));
    if (!text || length(*text) > longest_line || text->find_first_of("\t\n") != text->npos)
        return refuse(Because::invalid, field, std::move(sentence));
    return std::move(*text);
}

Result<Staff> add_staff(Work& work, const AddStaff& command) {
    Staff staff = command.staff;
    staff.sign_in_name = std::string(trim(staff.sign_in_name));
    if (staff.sign_in_name.empty() || staff.sign_in_name.size() > longest_sign_in_name ||
        staff.sign_in_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") != std::string::npos)
        return refuse(Because::invalid, "sign_in_name", "Give a sign-in name in small letters, such as “amina.hale”.");
    staff.name = TRY(one_line(staff.name, "name", "Give their name in one line of at most 200 characters."));
    if (staff.name.empty()) return refuse(Because::invalid, "name", "Give their name: colleagues and families see it.");
    staff.phone = TRY(one_line(staff.phone, "phone", "Give a phone number in one line of at most 200 characters."));
    if (work.store.scalar<std::int64_t>("SELECT 1 FROM staff WHERE sign_in_name = $1", staff.sign_in_name))
        return refuse(Because::conflict, "sign_in_name", "Somebody already signs in with this name. Choose another.");
    if (staff.id.is_nil()) staff.id = work.new_id<StaffId>();
    work.store.save(happened::staff_recorded, staff.id, staff);
    if (!command.password_hash.empty()) work.store.put(store::StaffPassword{staff.id, command.password_hash, work.now});
    return staff;
}

Result<void> disable_staff(Work& work, StaffId id) {
    auto staff = work.store.find<Staff>(id);
    if (!staff) return refuse(Because::not_found, "", "There is nobody with this sign-in name.");
    staff->disabled_at = work.now;
    ++staff->version;
    work.store.save(happened::staff_disabled, id, *staff);
    work.store.run("DELETE FROM session WHERE staff_id = $1", id);
    return {};
}

Result<void> disable_staff_named(Work& work, const std::string& sign_in_name) {
    auto staff = work.store.list_first<Staff>("WHERE sign_in_name = $1 ORDER BY id", sign_in_name);
    if (!staff) return refuse(Because::not_found, "sign-in", "There is nobody with this sign-in name.");
    return disable_staff(work, staff->id);
}

std::vector<Staff> staff_who_may(store::Reader& reader, Act act) {
    auto staff = reader.list<Staff>("WHERE disabled_at IS NULL ORDER BY name, id");
    std::erase_if(staff, [&](const Staff& each) { return !may(each.role, act); });
    return staff;
}

std::vector<Team> teams(store::Reader& reader) {
    return reader.list<Team>("ORDER BY name, id");
}

Result<std::string> password_hash(std::string_view password) {
    if (length(password) < 12)
        return refuse(Because::invalid, "password", "Use at least 12 characters; three or four words will do.");
    if (password.size() > longest_password || !clean_text(password))
        return refuse(Because::invalid, "password", "Use at most 1,000 characters, and no control characters.");
    return store::hash_password(password);
}

bool same_token(std::string_view sent, std::string_view expected) {
    return !expected.empty() && store::same_secret(sent, expected);
}

}  // namespace kith::actions
