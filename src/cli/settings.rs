//! What holds for this run: options over the environment, the environment over `config.yaml`, that over the defaults.

use std::env::var_os;
use std::ffi::OsString;
use std::path::{Path as FsPath, PathBuf};
use std::time::Duration;

use etcetera::home_dir;
use strum::VariantNames as _;

use super::args::WizardArgs;
use super::exit::Failure;
use super::open::Folders;
use super::{output, shelf};
use crate::claim::{Context, Setting};
use crate::config::{CONFIG, Chosen, Config, ConfigFile, LONGEST_IDLE, Origin, State, ThemeName, USUAL_IDLE, read};
use crate::pack::{Findings, Path, did_you_mean};
use crate::tui::Keymap;

/// The folders that an option names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Named<'a> {
    pub(super) pack: Option<&'a FsPath>,
    pub(super) overlay: Option<&'a FsPath>,
}

impl<'a> Named<'a> {
    /// The folders as they are named.
    pub(super) const fn folders(self) -> Folders<'a> {
        Folders {
            pack: self.pack,
            overlay: self.overlay,
        }
    }
}

/// What holds for any command.
pub(super) struct Settings {
    /// The file as it was read.
    pub(super) file: ConfigFile,
    /// The folder of the pack; none: the one inside the program.
    pub(super) pack: Chosen<Option<PathBuf>>,
    /// The folder of the overlay.
    pub(super) overlay: Chosen<Option<PathBuf>>,
    /// The keys.
    pub(super) keys: Keymap,
}

/// What holds for the wizard.
pub(super) struct ForWizard {
    pub(super) theme: Chosen<ThemeName>,
    pub(super) ascii: Chosen<bool>,
    /// Whether plain lines are asked for.
    pub(super) plain: Chosen<bool>,
    pub(super) setting: Chosen<String>,
    pub(super) payer: Chosen<String>,
    pub(super) idle: Chosen<Duration>,
}

impl Settings {
    /// Reads the file and the environment.
    pub(super) fn new(named: Named<'_>) -> Self {
        let mut keys = Keymap::default();
        let file = read(shelf::folder().as_deref(), |config, findings| {
            match Keymap::chosen(&config.keys) {
                Ok(chosen) => keys = chosen,
                Err(wrong) => wrong.iter().for_each(|one| add(findings, one)),
            }
        });
        if file.state == State::Broken {
            keys = Keymap::default();
        }
        let home = home_dir().ok();
        let folder = |key, flag, named: Option<&FsPath>, variable, said: &Option<String>| {
            let said = said.as_ref().map(|said| file.folder(said, home.as_deref()));
            let options = [
                named.map(|dir| (dir.to_owned(), Origin::Flag(flag))),
                set(variable).map(|dir| (PathBuf::from(dir), Origin::Environment(variable))),
                file.says(key, said),
            ];
            Chosen::first(options.map(|one| one.map(|(dir, from)| (Some(dir), from))), None)
        };
        Self {
            pack: folder("pack", "--pack", named.pack, "EPIPATH_PACK", &file.config.pack),
            overlay: folder(
                "overlay",
                "--overlay",
                named.overlay,
                "EPIPATH_OVERLAY",
                &file.config.overlay,
            ),
            keys,
            file,
        }
    }

    /// The folders to work from.
    pub(super) fn folders(&self) -> Folders<'_> {
        Folders {
            pack: self.pack.value.as_deref(),
            overlay: self.overlay.value.as_deref(),
        }
    }

    /// What holds for the wizard.
    ///
    /// # Errors
    /// An option or a variable that has no such value.
    pub(super) fn wizard(&self, args: &WizardArgs) -> Result<ForWizard, Failure> {
        let Config {
            ascii,
            plain,
            setting,
            payer,
            ..
        } = &self.file.config;
        let says = |key, value| self.file.says(key, value);
        let flag = |given: bool, name| given.then_some((true, Origin::Flag(name)));
        Ok(ForWizard {
            theme: self.theme(args)?,
            ascii: Chosen::first(
                [
                    flag(args.ascii, "--ascii"),
                    switch("EPIPATH_ASCII"),
                    says("ascii", *ascii),
                ],
                false,
            ),
            plain: Chosen::first(
                [
                    flag(args.plain, "--plain"),
                    switch("EPIPATH_PLAIN"),
                    says("plain", *plain),
                ],
                false,
            ),
            setting: Chosen::first(
                [
                    given(args.setting.as_ref(), "--setting"),
                    text("EPIPATH_SETTING")?,
                    self.file.says("setting", setting.map(|setting| setting.to_string())),
                ],
                Setting::default().to_string(),
            ),
            payer: Chosen::first(
                [
                    given(args.payer.as_ref(), "--payer"),
                    text("EPIPATH_PAYER")?,
                    self.file.says("payer", payer.clone()),
                ],
                Context::CODE_RULES_ONLY.to_owned(),
            ),
            idle: self.idle(args)?,
        })
    }

    fn theme(&self, args: &WizardArgs) -> Result<Chosen<ThemeName>, Failure> {
        let named = |said: Option<(String, Origin)>| {
            let read = |(name, from): (String, Origin)| match name.parse() {
                Ok(theme) => Ok((theme, from)),
                Err(_) => Err(Failure::usage(format!(
                    "there is no theme `{name}` ({from}). {}",
                    did_you_mean(&name, ThemeName::VARIANTS.iter().copied(), "Themes")
                ))),
            };
            said.map(read).transpose()
        };
        let mono = |given: bool, from| given.then_some((ThemeName::Mono, from));
        Ok(Chosen::first(
            [
                named(given(args.theme.as_ref(), "--theme"))?,
                mono(args.no_color, Origin::Flag("--no-color")),
                named(text("EPIPATH_THEME")?)?,
                mono(output::is_colorless(), Origin::Environment("NO_COLOR")),
                self.file.says("theme", self.file.config.theme),
            ],
            ThemeName::default(),
        ))
    }

    fn idle(&self, args: &WizardArgs) -> Result<Chosen<Duration>, Failure> {
        let read = |said: Option<(String, Origin)>| said.map(minutes).transpose();
        let whole = |minutes: u32| Duration::from_secs(u64::from(minutes) * 60);
        Ok(Chosen::first(
            [
                read(given(args.idle_minutes.as_ref(), "--idle-minutes"))?,
                read(text("EPIPATH_IDLE_MINUTES")?)?,
                self.file.says("idle_minutes", self.file.config.idle_minutes.map(whole)),
            ],
            whole(USUAL_IDLE),
        ))
    }

    /// What is said where the file cannot be used; none where it can.
    pub(super) fn trouble(&self) -> Option<String> {
        let trouble = self.file.trouble().filter(|_| self.file.state == State::Broken)?;
        Some(format!(
            "{trouble}; of {CONFIG} only theme, ascii and plain count, see `epipath config`"
        ))
    }

    /// Warns where the file cannot be used and may name the pack or the overlay to work from.
    pub(super) fn warn(&self) {
        let asked = [("pack", &self.pack.from), ("overlay", &self.overlay.from)];
        let open = asked.into_iter().filter(|(_, from)| **from == Origin::Default);
        let keys: Vec<&str> = open.map(|(key, _)| key).collect();
        if let Some(trouble) = self.trouble().filter(|_| self.file.may_say(&keys)) {
            output::complain(&format!("epipath: {trouble}\n"));
        }
    }
}

/// A finding at the place where a key was named.
fn add(findings: &mut Findings, wrong: &crate::tui::keys::Wrong) {
    let keys = Path::top().key("keys");
    let path = match wrong.nth {
        Some(nth) => keys.key(wrong.command.clone()).at(nth),
        None => keys.name(wrong.command.clone()),
    };
    findings.add(wrong.check, CONFIG, &path, &wrong.message, &wrong.help);
}

/// An option that was given.
fn given(value: Option<&String>, name: &'static str) -> Option<(String, Origin)> {
    Some((value?.clone(), Origin::Flag(name)))
}

/// A variable with something in it.
fn set(name: &str) -> Option<OsString> {
    var_os(name).filter(|value| !value.is_empty())
}

/// A variable that is on or off: `0` is off.
fn switch(name: &'static str) -> Option<(bool, Origin)> {
    Some((set(name)? != "0", Origin::Environment(name)))
}

/// A variable that is a text.
fn text(name: &'static str) -> Result<Option<(String, Origin)>, Failure> {
    let Some(value) = set(name) else { return Ok(None) };
    match value.into_string() {
        Ok(value) => Ok(Some((value, Origin::Environment(name)))),
        Err(_) => Err(Failure::usage(format!("{name} holds no text; set it anew or unset it"))),
    }
}

/// Minutes as written; parts of one are possible here.
fn minutes((written, from): (String, Origin)) -> Result<(Duration, Origin), Failure> {
    let minutes: Option<f64> = written.parse().ok();
    let fits = minutes.filter(|minutes| (0.0..=f64::from(LONGEST_IDLE)).contains(minutes));
    match fits {
        Some(minutes) => Ok((Duration::from_secs_f64(minutes * 60.0), from)),
        None => Err(Failure::usage(format!(
            "`{written}` is no number of minutes ({from}): write 1 to {LONGEST_IDLE}, or 0 to never clear the case"
        ))),
    }
}
