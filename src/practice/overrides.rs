//! What an experiment takes over from the one it is compared with, as scenes and presets do.

use super::fields::field;
use crate::fault::Fault;
use crate::optimizers;
use crate::plain::Plain;
use crate::settings::Setting;
use crate::trajectory::Experiment;

/// The experiment `base` with the fields of `own` in place of its own. Another loss or optimizer keeps the settings that both
/// have and `own` does not give.
///
/// # Errors
/// A fault if that is no experiment.
pub fn overridden(base: &Plain, own: &Plain) -> Result<Experiment, Fault> {
    let mut fields = base.fields("experiment")?.to_vec();
    for (name, value) in own.fields("experiment")? {
        let value = match name.as_str() {
            "loss" => linked(value, field(base, "loss"), loss_settings(value)),
            "optimizer" => linked(value, field(base, "optimizer"), optimizer_settings(value)),
            _ => value.clone(),
        };
        fields.retain(|(known, _)| known != name);
        fields.push((name.clone(), value));
    }
    Experiment::from_plain(&Plain::Map(fields))
}

fn loss_settings(own: &Plain) -> &'static [Setting] {
    let name = field(own, "name").text("").ok();
    name.and_then(crate::losses::find).map_or(&[], |entry| entry.settings)
}

fn optimizer_settings(own: &Plain) -> &'static [Setting] {
    let named = |entry: &&optimizers::Entry| field(own, "name").text("").is_ok_and(|name| name == entry.name);
    optimizers::catalogue().find(named).map_or(&[], |entry| entry.settings)
}

/// A loss or an optimizer with the settings that it shares with another one and does not give.
fn linked(own: &Plain, other: &Plain, settings: &[Setting]) -> Plain {
    let Plain::Map(fields) = own else {
        return own.clone();
    };
    let shared = settings.iter().filter(|setting| own.get(setting.name).is_none());
    let taken = shared.filter_map(|setting| Some((setting.name.to_owned(), other.get(setting.name)?.clone())));
    Plain::Map(fields.iter().cloned().chain(taken).collect())
}
