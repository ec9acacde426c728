//! The program Trunk compiles to WebAssembly: it only links the library, whose exports are the module.
// Nothing starts by itself in the browser; without a start, the standard library's clean-up stays out of the download.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Named so that the linker keeps the library and the functions it exports to JavaScript.
use downhill as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
