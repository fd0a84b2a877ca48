//! The environment variables that the program reads, each with what it does: the manual page comes from here.

/// Name, and what it does.
pub(super) const VARIABLES: [(&str, &str); 14] = [
    ("EPIPATH_PACK", "A folder to read the pack from, as with --pack."),
    (
        "EPIPATH_OVERLAY",
        "A folder with an overlay to lay over the pack, as with --overlay.",
    ),
    (
        "EPIPATH_CONFIG_DIR",
        "The folder of config.yaml, shelf.yaml and reports.log, in place of the one of the system.",
    ),
    (
        "EPIPATH_DATA_DIR",
        "The folder of training.yaml, in place of EPIPATH_CONFIG_DIR or the one of the system.",
    ),
    ("EPIPATH_PLAIN", "Line mode, as with --plain; empty or 0: not."),
    (
        "EPIPATH_ASCII",
        "Borders in plain ASCII, as with --ascii; empty or 0: not.",
    ),
    ("EPIPATH_THEME", "How the screen is colored, as with --theme."),
    (
        "EPIPATH_IDLE_MINUTES",
        "After how many minutes without a key the case is cleared, as with --idle-minutes.",
    ),
    ("EPIPATH_SETTING", "Whose claim it is, as with --setting."),
    ("EPIPATH_PAYER", "Who pays, as with --payer."),
    (
        "NO_COLOR",
        "Anything but empty takes all color away, where no theme is asked for.",
    ),
    (
        "TERM",
        "dumb means line mode; otherwise it tells how many colors there are.",
    ),
    ("COLORTERM", "Tells whether there are more than 256 colors."),
    (
        "TMUX, STY",
        "What is sent to the clipboard passes through tmux or screen.",
    ),
];
