//! The rooms of the core and the one way their arrows run, read from the `crate::` paths in the source; and what only one script of the page may do.

use std::fs;
use std::path::{Path, PathBuf};

/// Every room with the rooms it may use. A room that is not listed here fails the test.
const ROOMS: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("order", &[]),
    ("digits", &[]),
    ("regime", &[]),
    ("fault", &[]),
    ("network", &["order"]),
    ("plain", &["digits", "fault"]),
    ("settings", &["fault", "plain"]),
    // A typed function is a loss, and a loss may be described by a typed function: these two share a floor.
    ("expression", &["number", "order", "digits", "fault", "losses"]),
    ("losses", &["number", "order", "fault", "plain", "settings", "expression"]),
    ("curvature", &["losses"]),
    ("optimizers", &["fault", "plain", "settings", "losses"]),
    ("trajectory", &["fault", "plain", "settings", "losses", "curvature", "optimizers"]),
    ("stability", &["fault", "plain", "losses", "curvature", "optimizers", "trajectory"]),
    ("basins", &["fault", "losses", "trajectory"]),
    ("tuning", &["fault", "plain", "optimizers", "trajectory"]),
    ("practice", &["digits", "fault", "plain", "settings", "expression", "losses", "optimizers", "trajectory"]),
    ("plots", &["order", "digits", "regime", "losses", "trajectory"]),
    (
        "bindings",
        &[
            "fault",
            "plain",
            "settings",
            "losses",
            "expression",
            "curvature",
            "optimizers",
            "trajectory",
            "stability",
            "basins",
            "tuning",
            "practice",
            "regime",
            "plots",
            "network",
        ],
    ),
];

/// Crates of the browser, which only the bindings may name.
const BROWSER: [&str; 5] = ["wasm_bindgen", "web_sys", "js_sys", "serde_wasm_bindgen", "plotters_canvas"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The room of a file: the first part of its path below `src`.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix("src").unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// Code without its tests, which may use any room, and without comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    shipped.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms named after `crate::`, one by one or in braces.
fn rooms_used(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    code.split("crate::")
        .skip(1)
        .flat_map(|after| match after.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap().split(',').map(|part| name(part.trim())).collect(),
            None => vec![name(after)],
        })
        .filter(|room| !room.is_empty())
        .collect()
}

fn shipped_files() -> Vec<PathBuf> {
    let is_code = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
    let is_test = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == "tests");
    let map = ["src/lib.rs", "src/main.rs"];
    sources(Path::new("src"))
        .into_iter()
        .filter(|path| is_code(path) && !is_test(path) && !map.iter().any(|file| path == Path::new(file)))
        .collect()
}

#[test]
fn every_room_uses_only_the_rooms_below_it() {
    for file in shipped_files() {
        let room = room(&file);
        let Some((_, below)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            panic!("{} is in no room of the list", file.display());
        };
        for used in rooms_used(&code(&file)) {
            assert!(used == room || below.contains(&used.as_str()), "{} reaches up to {used}", file.display());
        }
    }
}

#[test]
fn only_the_bindings_name_the_browser() {
    for file in shipped_files().into_iter().filter(|file| room(file) != "bindings") {
        let code = code(&file);
        for name in BROWSER {
            assert!(!code.contains(name), "{} names {name}", file.display());
        }
    }
}

/// What only these scripts of the page may do, so that each has one place where it can fail and be answered for.
const IN_ONE_PLACE: [(&str, &[&str]); 2] =
    [("fetch(", &["www/shell/assets.js"]), ("localStorage", &["www/shell/storage.js"])];

#[test]
fn the_page_fetches_and_stores_in_one_place_each() {
    let scripts = sources(Path::new("www")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "js"));
    let scripts: Vec<_> = scripts.map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect();
    for (deed, places) in IN_ONE_PLACE {
        let doers: Vec<_> =
            scripts.iter().filter(|(_, text)| text.contains(deed)).map(|(path, _)| path.as_str()).collect();
        assert_eq!(doers, places, "{deed}");
    }
}
