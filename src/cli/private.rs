//! Paths as they may be shown to anybody: without the home folder and without the name of the person.

use std::env::var;
use std::path::{Component, Path, PathBuf};

use etcetera::home_dir;

/// The path with `~` for the home folder, and `USER` for a part that is the name of the person.
pub(super) fn shown(path: &Path) -> String {
    let name = ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| var(name).ok());
    shown_for(path, home_dir().ok().as_deref(), name.as_deref())
}

fn shown_for(path: &Path, home: Option<&Path>, name: Option<&str>) -> String {
    let home = home.filter(|home| home.components().count() > 1);
    let inside = home.and_then(|home| path.strip_prefix(home).ok());
    let rest = inside.unwrap_or(path);
    let parts = rest.components().map(|part| match part {
        Component::Normal(part) if name.is_some_and(|name| !name.is_empty() && part == name) => PathBuf::from("USER"),
        part => PathBuf::from(part.as_os_str()),
    });
    let start = inside.map(|_| PathBuf::from("~"));
    let path: PathBuf = start.into_iter().chain(parts).collect();
    path.display()
        .to_string()
        .chars()
        .filter(|letter| !letter.is_control())
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("/home/jane/.config/epipath/config.yaml", "~/.config/epipath/config.yaml")]
    #[case("/srv/people/jane/epipath", "/srv/people/USER/epipath")]
    #[case("/home/jane", "~")]
    #[case("/srv/janet/packs", "/srv/janet/packs")]
    #[case("packs/ours", "packs/ours")]
    fn nobody_is_named(#[case] path: &str, #[case] told: &str) {
        let home = Path::new("/home/jane");
        assert_eq!(shown_for(Path::new(path), Some(home), Some("jane")), told);
    }

    #[test]
    fn a_home_that_is_the_root_hides_nothing() {
        assert_eq!(shown_for(Path::new("/etc/x"), Some(Path::new("/")), None), "/etc/x");
    }
}
