#include "template/compile.h"

#include "template/generate.h"

namespace kith::templates {

tl::expected<Generated, Mistake> compile(const std::string& name, const std::string& included_folder,
                                         const Reader& read) {
    try {
        return generate(name, included_folder, load(name, read));
    } catch (Mistake& mistake) {
        return tl::unexpected<Mistake>(std::move(mistake));
    }
}

}  // namespace kith::templates
