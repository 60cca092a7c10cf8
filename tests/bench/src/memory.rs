//! Peak memory of this process.

use std::error::Error;

/// The most memory that this process ever held, in kibibytes.
///
/// # Errors
/// Where the system does not tell it.
pub fn peak() -> Result<String, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = line.and_then(|line| line.trim().strip_suffix(" kB"));
    Ok(peak.ok_or("the system does not tell peak memory")?.to_owned())
}
