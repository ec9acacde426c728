//! The plots on plotters' SVG: reviewed pictures, and numbers that must neither stop nor break a plot.

#[path = "course/scenes.rs"]
mod scenes;

#[path = "plots"]
mod plots {
    mod batches;
    mod data;
    pub mod look;
    pub mod pictures;
    mod regimes;
    mod robust;
    mod scenes;
    mod series;
    pub mod sketch;
    mod trails;
}
