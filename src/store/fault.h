// Faults of the store: what the world did, not what a person asked. Caught in one place in http/ and cli/.
#pragma once

#include <stdexcept>
#include <string>

namespace kith::store {

/// Something failed; nothing of this command was kept.
class Fault : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The database can be read, as far as is known, and takes nothing: it was set read-only, is a copy that follows
/// another, or its disk fails. Nothing of this command was kept.
class CannotSave : public Fault {
  public:
    using Fault::Fault;
};

/// No room on the disk; nothing of this command was kept.
class DiskFull : public CannotSave {
  public:
    using CannotSave::CannotSave;
};

/// The database cannot be reached, or went away before the commit; nothing of this command was kept. Later calls try
/// again.
class Unavailable : public Fault {
  public:
    using Fault::Fault;
};

/// The database broke a rule of the schema: a duplicate key, a row that is named and does not exist.
class Violation : public Fault {
  public:
    using Fault::Fault;
};

/// The answer to a COMMIT was lost or came with a warning: it may have happened. Asking again with the same token
/// settles it.
class InDoubt : public Fault {
  public:
    using Fault::Fault;
};

/// The database cannot be served as it is: a sentence for the administrator.
class Unusable : public Fault {
  public:
    using Fault::Fault;
};

}  // namespace kith::store
