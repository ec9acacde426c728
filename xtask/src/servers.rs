//! The servers on which the tests try the settings for hosts: nginx and Apache, from the system or from its package manager.

use std::path::Path;

use crate::apt;

/// Where Debian puts them, and the packages that they are in.
const SERVERS: [(&str, &str); 2] = [("/usr/sbin/nginx", "nginx-light"), ("/usr/sbin/apache2", "apache2")];

/// Installs those that are missing. Where that cannot be done, their settings stay untried, and the tests say so.
pub fn servers() {
    let missing = SERVERS.iter().filter(|(program, _)| !Path::new(program).is_file());
    let packages: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if packages.is_empty() {
        return;
    }
    println!("Installing {} with apt-get", packages.join(" and "));
    if let Err(sentence) = apt::install(&packages) {
        println!("{sentence} The settings for these servers are not tried.");
    }
}
