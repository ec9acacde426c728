//! The map of starts for a worker: a sketch at once, then piece by piece what is in doubt.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::basins::Map;
use crate::bindings::convert::{experiment, thrown};

/// A map in the making.
#[wasm_bindgen]
pub struct Basins {
    map: Map,
}

#[wasm_bindgen]
impl Basins {
    /// A map of `width` × `height` starts over the frame of the experiment's loss, or of one row if that has one parameter.
    ///
    /// # Errors
    /// Throws a `Fault` if the experiment is malformed.
    #[wasm_bindgen(constructor)]
    pub fn new(given: JsValue, width: usize, height: usize) -> Result<Basins, JsValue> {
        let map = Map::new(&experiment(given)?, width, height).map_err(|fault| thrown(&fault))?;
        Ok(Basins { map })
    }

    /// How many starts there are in a row, and how many rows.
    pub fn size(&self) -> Vec<usize> {
        self.map.size().to_vec()
    }

    /// Makes the sketch; false if there is none for this loss or this method.
    pub fn sketch(&mut self) -> bool {
        self.map.sketch()
    }

    /// Decides at most `most` of the starts that are in doubt; true if none is left.
    pub fn decide(&mut self, most: usize) -> bool {
        self.map.decide(most)
    }

    /// Where each start ends, row by row from the top: the number of a minimum, 254 for elsewhere, 255 for flown off.
    pub fn ends(&self) -> Vec<u8> {
        self.map.ends().to_vec()
    }
}
