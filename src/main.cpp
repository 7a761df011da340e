#include <cstdio>
int main() {
    std::puts("kith");
    return 0;
}
