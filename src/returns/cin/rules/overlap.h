// Stretches of days: a thing of a kind may not start while another of its kind, or of another kind, is running.
// Two equal rows are two things, and overlap.
#pragma once

#include <algorithm>
#include <vector>

#include "returns/cin/rule.h"

namespace kith::returns::cin {

/// A thing, its first day, and the last day on which nothing else may start.
template <class T>
struct Stretch {
    const T* thing;
    MaybeDate start, last;

    bool holds(MaybeDate day) const { return on_or_after(day, start) && on_or_before(day, last); }
};

/// Flags every a that starts inside some other b (by on_start), and every such b (by on_running).
template <class A, class B, class OnStart, class OnRunning>
void flag_starts_inside(const std::vector<Stretch<A>>& starting, const std::vector<Stretch<B>>& running,
                        OnStart on_start, OnRunning on_running) {
    auto clash = [](const Stretch<A>& a, const Stretch<B>& b) {
        return static_cast<const void*>(a.thing) != static_cast<const void*>(b.thing) && b.holds(a.start);
    };
    for (const Stretch<A>& a : starting)
        if (std::any_of(running.begin(), running.end(), [&](const auto& b) { return clash(a, b); })) on_start(*a.thing);
    for (const Stretch<B>& b : running)
        if (std::any_of(starting.begin(), starting.end(), [&](const auto& a) { return clash(a, b); }))
            on_running(*b.thing);
}

template <class T, class OnStart, class OnRunning>
void flag_overlaps(const std::vector<Stretch<T>>& things, OnStart on_start, OnRunning on_running) {
    if (things.size() > 1) flag_starts_inside(things, things, on_start, on_running);
}

inline std::vector<const CinPlan*> cin_plans_of(const Child& child) {
    std::vector<const CinPlan*> plans;
    for (const Episode& episode : child.episodes)
        for (const CinPlan& plan : episode.cin_plans)
            plans.push_back(&plan);
    return plans;
}

inline std::vector<const ProtectionPlan*> protection_plans_of(const Child& child) {
    std::vector<const ProtectionPlan*> plans;
    for (const Episode& episode : child.episodes)
        for (const ProtectionPlan& plan : episode.protection_plans)
            plans.push_back(&plan);
    return plans;
}

/// Flags all of the things that satisfy the claim where more than one does.
template <class T, class Claim, class OnEach>
void flag_if_several(const std::vector<T>& things, Claim claim, OnEach on_each) {
    if (std::count_if(things.begin(), things.end(), claim) < 2) return;
    for (const T& thing : things)
        if (claim(thing)) on_each(thing);
}

/// Flags every copy of a code that stands more than once.
inline void flag_copies(const std::vector<TextField>& codes, Flags& flag) {
    for (const TextField& code : codes)
        for (const TextField& other : codes)
            if (&code != &other && code.text == other.text) {
                flag(code);
                break;
            }
}

}  // namespace kith::returns::cin
