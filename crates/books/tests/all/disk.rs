//! A small disk of its own: ext4 in a file, mounted through a loop device. Needs root.

use std::fs::File;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// `FS_IOC_SHUTDOWN` of ext4 and XFS, and its way that writes nothing more, not even the log.
const SHUTDOWN: libc::c_ulong = 0x8004_587d;
const NO_LOG_FLUSH: u32 = 2;

pub struct Disk {
    folder: TempDir,
    mounted: bool,
}

impl Disk {
    /// A new disk of so many MiB; `None` where this machine does not let us have one.
    pub fn new(mebibytes: u64) -> Option<Disk> {
        let mut disk = Disk { folder: tempfile::tempdir().unwrap(), mounted: false };
        std::fs::create_dir(disk.path()).unwrap();
        let image = File::create(disk.image()).unwrap();
        image.set_len(mebibytes << 20).unwrap();
        // No share is kept for root, so that full is full.
        let made = run("mkfs.ext4", &["-q", "-F", "-m", "0"], &[&disk.image()]);
        (made && disk.mount()).then_some(disk)
    }

    /// Where it is mounted.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("disk")
    }

    fn image(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    pub fn mount(&mut self) -> bool {
        self.mounted = run("mount", &["-o", "loop"], &[&self.image(), &self.path()]);
        self.mounted
    }

    pub fn mount_to_read(&mut self) -> bool {
        self.mounted = run("mount", &["-o", "loop,ro"], &[&self.image(), &self.path()]);
        self.mounted
    }

    pub fn unmount(&mut self) {
        assert!(run("umount", &[], &[&self.path()]), "the disk is still in use");
        self.mounted = false;
    }

    /// A power cut: from here on nothing reaches the image, and nothing that waited is written.
    pub fn cut(&self) {
        let disk = File::open(self.path()).unwrap();
        let way = NO_LOG_FLUSH;
        #[expect(unsafe_code, reason = "there is no safe way to ask a file system to shut down")]
        // SAFETY: the descriptor is open and the call reads four bytes from a live place.
        let status = unsafe { libc::ioctl(disk.as_raw_fd(), SHUTDOWN, std::ptr::from_ref(&way)) };
        assert_eq!(status, 0, "{}", std::io::Error::last_os_error());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            run("umount", &["--lazy"], &[&self.path()]);
        }
    }
}

fn run(program: &str, words: &[&str], paths: &[&Path]) -> bool {
    let mut command = Command::new(program);
    command.args(words).args(paths).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
