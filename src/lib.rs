//! Downhill: losses, optimizers, trajectories and their pictures. This file is the map of the rooms.
