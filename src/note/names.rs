//! The names of `tree.yaml` and `checklist.yaml` that the method must know by what they stand for. `tests/notes` checks that all
//! of them exist.

/// Questions.
pub mod question {
    /// Which part of the spine.
    pub const REGION: &str = "region";
    /// By which way.
    pub const APPROACH: &str = "approach";
    /// With which picture.
    pub const IMAGING: &str = "imaging";
    /// By needle or catheter.
    pub const DELIVERY: &str = "delivery";
    /// What was given.
    pub const SUBSTANCE: &str = "substance";

    /// The questions that every delivery is asked.
    pub const PATH: [&str; 5] = [REGION, APPROACH, IMAGING, DELIVERY, SUBSTANCE];
}

/// Answers.
pub mod answer {
    /// Through a foramen: each level has a side.
    pub const FORAMEN: &str = "transforaminal";
    /// Between the laminae: the level is an interspace.
    pub const INTERLAMINAR: &str = "interlaminar";
    /// The picture that most notes speak of.
    pub const FLUOROSCOPY: &str = "fluoroscopy";
    /// No picture.
    pub const UNGUIDED: &str = "none";
    /// A needle alone.
    pub const NEEDLE: &str = "needle";
    /// A catheter that is out before the patient leaves.
    pub const SAME_DAY: &str = "catheter-same-day";
    /// A catheter that stays.
    pub const INDWELLING: &str = "catheter-indwelling";
}

/// Items of the checklist that follow from answers.
pub mod item {
    /// The approach is named.
    pub const APPROACH: &str = "approach";
    /// The kind of guidance is named.
    pub const GUIDANCE: &str = "guidance-type";
    /// Needle or catheter.
    pub const DELIVERY: &str = "needle-or-catheter";
    /// The drug is named.
    pub const SUBSTANCE: &str = "substance-named";
    /// Its dose and volume.
    pub const DOSE: &str = "dose-and-volume";
    /// The level of a foramen.
    pub const FORAMEN_LEVEL: &str = "foramen-level";
    /// The side of a foramen.
    pub const FORAMEN_SIDE: &str = "foramen-side";
    /// The interspace.
    pub const INTERSPACE: &str = "interspace";
    /// Pictures that were kept.
    pub const VIEWS: &str = "views-stored";
}
