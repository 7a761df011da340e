// What goes to the DfE's daily API: one row for each child, and one for each run. Not part of the record (a build makes
// the payloads again), but kept: without what was accepted, nobody knows what to take back.
#pragma once

#include <optional>
#include <string>

#include "base/words.h"
#include "core/ids.h"
#include "store/table.h"

namespace kith::store {

/// What has become of a child's facts since they were last taken.
enum class SubmissionRow { added, updated, unchanged, deleted };

enum class SubmissionStatus {
    pending,
    sent,
    error,         ///< the receiver refused it; it is tried again by the next run
    not_sendable,  ///< it would be refused: never sent as it is
};

struct DfeSubmission {
    core::PersonId child;
    std::string number;    ///< la_child_id
    std::string payload;   ///< what is to be held there, as JSON; empty: nothing
    Bytes hash;            ///< SHA-256 of the payload's facts
    std::string accepted;  ///< what is held there, as the last answer said; empty: nothing
    Bytes accepted_hash;   ///< of the facts that were accepted whole; empty until then
    std::string in_doubt;  ///< the message that was sent and whose answer nobody knows; empty: none
    SubmissionRow row = SubmissionRow::added;
    SubmissionStatus status = SubmissionStatus::pending;
    std::string receipt;
    Instant changed_at;  ///< when a build last found other facts
    std::optional<Instant> sent_at;
    std::string error;  ///< at most 500 bytes
};

enum class DfeRunKind { build, send };

enum class DfeRunEnd {
    done,
    failed,   ///< the receiver could not be reached, did not let us in or gave no answer to be sure of: the rest waits
    stopped,  ///< by hand, or overtaken by another run
};

struct DfeRun {
    RawId id;
    DfeRunKind kind = DfeRunKind::build;
    Instant started_at, ended_at;
    std::string by;
    int added = 0, updated = 0, unchanged = 0, deleted = 0;  ///< build
    int sent = 0, errors = 0, batches = 0;                   ///< children, children, requests
    std::string answer;  ///< in words: what the receiver said last, or why the run ended
    DfeRunEnd ended_how = DfeRunEnd::done;
};

/// Whose turn it is to build or send (actions/dfe_turn.h). One row at most.
struct DfeTurn {
    std::string what = "daily data";
    RawId run;
    DfeRunKind kind = DfeRunKind::build;
    std::string by;
    Instant since;
    Instant until;  ///< unless the run says before then that it goes on
};

}  // namespace kith::store

template <>
struct kith::Words<kith::store::SubmissionRow> {
    using enum kith::store::SubmissionRow;
    static constexpr std::array all{Word{added, "new"sv}, Word{updated, "updated"sv}, Word{unchanged, "unchanged"sv},
                                    Word{deleted, "deleted"sv}};
};
template <>
struct kith::Words<kith::store::SubmissionStatus> {
    using enum kith::store::SubmissionStatus;
    static constexpr std::array all{Word{pending, "pending"sv}, Word{sent, "sent"sv}, Word{error, "error"sv},
                                    Word{not_sendable, "not_sendable"sv}};
};
template <>
struct kith::Words<kith::store::DfeRunKind> {
    using enum kith::store::DfeRunKind;
    static constexpr std::array all{Word{build, "build"sv}, Word{send, "send"sv}};
};
template <>
struct kith::Words<kith::store::DfeRunEnd> {
    using enum kith::store::DfeRunEnd;
    static constexpr std::array all{Word{done, "done"sv}, Word{failed, "failed"sv}, Word{stopped, "stopped"sv}};
};

template <>
struct kith::store::Table<kith::store::DfeSubmission> {
    static constexpr std::string_view name = "dfe_submission";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<store::DfeSubmission>> columns();
};

template <>
struct kith::store::Table<kith::store::DfeRun> {
    static constexpr std::string_view name = "dfe_run";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<store::DfeRun>> columns();
};

template <>
struct kith::store::Table<kith::store::DfeTurn> {
    static constexpr std::string_view name = "dfe_turn";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<store::DfeTurn>> columns();
};
