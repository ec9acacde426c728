//! The plots: one file per panel, generic over the backend that draws.
