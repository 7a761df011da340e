#include "template/compile.h"

#include "template/generate.h"

namespace kith::templates {

tl::expected<Generated, Mistake> compile(const std::string& name, const Naming& naming, const Reader& read) {
    try {
        return generate(name, naming, load(name, naming, read));
    } catch (Mistake& mistake) {
        return tl::unexpected<Mistake>(std::move(mistake));
    }
}

}  // namespace kith::templates
