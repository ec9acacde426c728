//! The panels of the page: canvases one above the other, and what is drawn on them.

mod chart;
mod contour;
mod curve;
mod data;
mod flat;
mod handle;
mod look;
mod loss_curve;
mod regimes;
mod samples;
mod sheet;
mod shown;
mod solid;
mod trails;
mod variance;
mod view;

pub use chart::Chart;
pub use handle::Panel;
pub use trails::Trails;

use look::LookObject;
use sheet::{Options, Sheet};
use shown::Shown;
use view::View;
