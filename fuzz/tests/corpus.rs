//! Every input that was kept goes through its target again, here with the checks of an ordinary build.

use std::fs;
use std::path::Path;

use downhill_fuzz::TARGETS;

#[test]
fn every_input_that_was_kept_keeps_every_promise() {
    for (name, fuzz) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
        let files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(files.len() > 4, "{name} has no corpus");
        for file in files {
            println!("{}", file.display());
            fuzz(&fs::read(file).unwrap());
        }
    }
}
