//! `cargo xtask serve`: the lesson on this machine, rebuilt when a file changes.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::build::trunk;
use crate::program::{Outcome, run};
use crate::tools;

const USUAL_PORT: u16 = 8080;

/// Builds the lesson and serves it on loopback until it is interrupted.
///
/// # Errors
/// One sentence if the asked-for port is taken or a tool fails.
pub fn serve(wanted: Option<u16>) -> Outcome {
    let port = free_port(wanted)?;
    tools::for_building()?;
    println!("Building the lesson");
    announce(port);
    let mut server = trunk("serve");
    server.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    // A reload shows what was changed, and not what a service worker has kept.
    server.env("DOWNHILL_UNDER_WORK", "yes");
    run(server.arg("--no-autoreload=true"))
}

/// Reads a port number as typed.
///
/// # Errors
/// One sentence saying what was given and what is accepted.
pub fn port(typed: &str) -> Outcome<u16> {
    typed
        .parse()
        .ok()
        .filter(|port| *port > 0)
        .ok_or_else(|| format!("--port takes a number from 1 to 65535, not `{typed}`."))
}

/// The wanted port, or without a wish the usual one, or any free one when that is taken.
fn free_port(wanted: Option<u16>) -> Outcome<u16> {
    let is_free = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match wanted {
        Some(port) => is_free(port).map_err(|reason| format!("Port {port}: {reason}."))?,
        None => is_free(USUAL_PORT)
            .or_else(|_| is_free(0))
            .map_err(|reason| format!("No port is free on this machine: {reason}."))?,
    };
    let address = listener.local_addr();
    Ok(address.map_err(|reason| format!("No port: {reason}."))?.port())
}

/// Prints the address as soon as it answers, which is after the first build.
fn announce(port: u16) {
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(200));
        }
        println!("\nThe lesson is at http://127.0.0.1:{port}/ (Ctrl+C ends it)\n");
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_a_number_from_1_to_65535() {
        assert_eq!(port("8000"), Ok(8000));
        for bad in ["", "0", "65536", "-1", "http"] {
            assert!(port(bad).unwrap_err().contains("1 to 65535"), "{bad}");
        }
    }

    #[test]
    fn a_taken_port_that_was_asked_for_is_an_error() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        assert!(free_port(Some(taken.local_addr().unwrap().port())).is_err());
        assert!(free_port(None).is_ok());
    }
}
