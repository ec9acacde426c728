//! The program Trunk compiles to WebAssembly: it only links the library, whose exports are the module.

// Named so that the linker keeps the library and the functions it exports to JavaScript.
use downhill as _;

fn main() {}
