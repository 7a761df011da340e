#include "actions/fault.h"

#include "store/fault.h"

namespace kith::actions {

Fault fault_of(const std::exception_ptr& thrown) {
    if (!thrown) return Fault::other;
    try {
        std::rethrow_exception(thrown);
    } catch (const store::Unavailable&) {
        return Fault::records_unreachable;
    } catch (const store::DiskFull&) {
        return Fault::disk_full;
    } catch (const store::CannotSave&) {
        return Fault::cannot_save;
    } catch (const store::InDoubt&) {
        return Fault::in_doubt;
    } catch (...) {
        return Fault::other;
    }
}

}  // namespace kith::actions
