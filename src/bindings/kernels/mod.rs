//! What a worker computes beside the page: a module of its own, built for speed, once with SIMD and once without.

mod basins;
mod network;

use wasm_bindgen::prelude::wasm_bindgen;

/// Which of the two builds this is: `simd` or `plain`.
#[wasm_bindgen(js_name = kernelsKind)]
pub fn kind() -> String {
    if cfg!(target_feature = "simd128") { "simd" } else { "plain" }.to_owned()
}

pub use basins::Basins;
pub use network::Network;
