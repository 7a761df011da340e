// A call handed down: a view of something callable, for as long as the call it is passed to. Never kept.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace kith {

template <class Signature>
class FunctionRef;

template <class R, class... Args>
class FunctionRef<R(Args...)> {
  public:
    template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> && std::is_invocable_r_v<R, F&, Args...>)
        FunctionRef(F&& callee)  // NOLINT(google-explicit-constructor): a parameter type, like a reference
        : callee_(const_cast<void*>(static_cast<const void*>(std::addressof(callee)))),
          call_([](void* it, Args... args) -> R {
              return (*static_cast<std::remove_reference_t<F>*>(it))(std::forward<Args>(args)...);
          }) {}

    R operator()(Args... args) const { return call_(callee_, std::forward<Args>(args)...); }

  private:
    void* callee_;
    R (*call_)(void*, Args...);
};

}  // namespace kith
